/**
 * What a reader finds on a page, counted in the browser: in the page as it is, and in its HTML before any script. Holds
 * all it needs, as it runs over there.
 */
export async function readBoth() {
  const contentOf = (page: Document) => ({
    heading: page.querySelector("h1")?.textContent,
    rows: page.querySelectorAll("main tr").length,
    links: page.querySelectorAll("main a[href]").length,
  });
  const answer = await fetch(location.href);
  const served = new DOMParser().parseFromString(await answer.text(), "text/html");
  return { status: answer.status, now: contentOf(document), served: contentOf(served) };
}
