import "server-only";
import { getServerSession } from "next-auth";
import { encode } from "next-auth/jwt";
import { cookies, headers } from "next/headers";
import { authOptions, cookieKey, sessionCookieName, sessionCookieOptions } from "./auth-options";
import { isSecureRequest } from "./is-secure-request";
import { SESSION_LIFE } from "./session-policy";

const LIFE_SECONDS = SESSION_LIFE / 1000;

/** The session secret that the request's cookie carries; null when there is none, or it is forged or too old. */
export async function readSessionCookie(): Promise<string | null> {
  const session = await getServerSession(authOptions(isSecureRequest(await headers())));
  return session?.sid ?? null;
}

/** Hands the browser its session secret, encrypted. For server actions and route handlers only. */
export async function writeSessionCookie(secret: string): Promise<void> {
  const secure = isSecureRequest(await headers());
  const value = await encode({ token: { sid: secret }, secret: cookieKey(), maxAge: LIFE_SECONDS });
  const jar = await cookies();
  jar.set(sessionCookieName(secure), value, { ...sessionCookieOptions(secure), maxAge: LIFE_SECONDS });
}

/** Takes the cookie back. For server actions and route handlers only. */
export async function clearSessionCookie(): Promise<void> {
  const secure = isSecureRequest(await headers());
  const jar = await cookies();
  jar.set(sessionCookieName(secure), "", { ...sessionCookieOptions(secure), maxAge: 0 });
}
