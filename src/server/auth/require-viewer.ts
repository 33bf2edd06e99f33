import "server-only";
import { redirect } from "next/navigation";
import { cookies, headers } from "next/headers";
import { sessionCookieName } from "./session-cookie-value";
import { findViewer } from "./find-viewer";
import { isSecureRequest } from "./is-secure-request";
import type { SignedInViewer } from "./signed-in-viewer";

/**
 * Whoever makes this request. Sends visitors without a login to the login page, which brings them back to
 * `returnTo` (a path of this product) afterwards.
 */
export async function requireViewer(returnTo?: string): Promise<SignedInViewer> {
  const viewer = await findViewer();
  if (viewer) return viewer;
  const params = new URLSearchParams();
  if (returnTo !== undefined) params.set("next", returnTo);
  const cookieName = sessionCookieName(isSecureRequest(await headers()));
  if ((await cookies()).has(cookieName)) params.set("ended", "1");
  redirect(params.size === 0 ? "/login" : `/login?${params}`);
}
