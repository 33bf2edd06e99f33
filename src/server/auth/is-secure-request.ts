import "server-only";
import { env } from "../env";

/** Whether the browser speaks https, to us or to the proxy before us. */
export function isSecureRequest(headers: Pick<Headers, "get">): boolean {
  if (env().NEXTAUTH_URL?.startsWith("https:")) return true;
  return headers.get("x-forwarded-proto")?.split(",")[0]?.trim() === "https";
}
