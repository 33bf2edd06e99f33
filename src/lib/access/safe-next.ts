const BASE = "http://here.invalid";

/** Where to go after the login: a path of this product and nothing else; "/" for anything doubtful. */
export function safeNext(next: string | null | undefined): string {
  if (!next || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(next)) return "/";
  if (!URL.canParse(next, BASE)) return "/";
  const url = new URL(next, BASE);
  if (url.origin !== BASE || /^\/(login|api)(\/|$)/.test(url.pathname)) return "/";
  // Dots may have been resolved into a path that begins with two slashes, which a browser reads as a host.
  return url.pathname.startsWith("//") ? "/" : `${url.pathname}${url.search}${url.hash}`;
}
