import "server-only";

/**
 * The address a request came from: the last entry of X-Forwarded-For, which the proxy before us wrote (Next
 * writes the socket's own address when there is no proxy). Earlier entries are the client's word.
 */
export function clientAddress(headers: Pick<Headers, "get">): string | null {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || null;
}
