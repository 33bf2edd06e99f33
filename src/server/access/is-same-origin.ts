import "server-only";

/**
 * Whether a request that changes something comes from our own pages. The login cookie is not sent along from
 * other sites (SameSite=Lax), but it is from other hosts of the same domain.
 */
export function isSameOrigin(headers: Pick<Headers, "get">): boolean {
  const origin = headers.get("origin");
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  if (origin === null) return headers.get("sec-fetch-site") === "same-origin";
  return host !== null && URL.canParse(origin) && new URL(origin).host === host;
}
