import type { SearchParams } from "./filters";

/** The address of a page with its parameters, to come back to after the login. */
export function returnPath(path: string, params: SearchParams): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (typeof value === "string") query.set(name, value);
  }
  return query.size === 0 ? path : `${path}?${query}`;
}
