import "server-only";
import { encode } from "next-auth/jwt";
import { cookies, headers } from "next/headers";
import { isSecureRequest } from "./is-secure-request";
import { cookieKey, sessionCookieName, sessionCookieOptions, sessionSecretIn } from "./session-cookie-value";
import { SESSION_LIFE } from "./session-policy";

const LIFE_SECONDS = SESSION_LIFE / 1000;

/** The session secret that the request's cookie carries; null when there is none, or it is forged or too old. */
export async function readSessionCookie(): Promise<string | null> {
  const cookie = (await cookies()).get(sessionCookieName(isSecureRequest(await headers())));
  return sessionSecretIn(cookie?.value);
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
