// The login as a browser without JavaScript does it.
const HIDDEN = /<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g;

function plain(text: string): string {
  return text.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&amp;", "&");
}

/** Signs in at the login form; returns the cookie to send with every request. */
export async function signInOver(address: string, username: string, password: string): Promise<string> {
  const forms = (await (await fetch(`${address}/login`)).text()).split("<form");
  // Others on the page belong to other actions.
  const page = forms.find((part) => part.includes('name="username"')) ?? "";
  const form = new FormData();
  for (const [, name = "", value = ""] of page.matchAll(HIDDEN)) form.set(plain(name), plain(value));
  form.set("username", username);
  form.set("password", password);
  const answer = await fetch(`${address}/login`, {
    method: "POST",
    body: form,
    redirect: "manual",
    headers: { Origin: address },
  });
  const cookie = answer.headers.getSetCookie().at(-1)?.split(";")[0];
  if (cookie === undefined) throw new Error(`${username} is not let in: ${answer.status}`);
  return cookie;
}
