import "server-only";
import { decode } from "next-auth/jwt";
import { env } from "../env";

const COOKIE = "dung-hen.session";

/** The `__Host-` prefix binds the cookie to this host and to https; plain http cannot carry it. */
export function sessionCookieName(secure: boolean): string {
  return secure ? `__Host-${COOKIE}` : COOKIE;
}

export function sessionCookieOptions(secure: boolean) {
  return { httpOnly: true, sameSite: "lax", path: "/", secure } as const;
}

/** Key that encrypts the cookie. Throws when the environment has none: better no login than a guessable one. */
export function cookieKey(): string {
  const secret = env().NEXTAUTH_SECRET;
  if (secret === undefined) throw new Error("NEXTAUTH_SECRET is missing");
  return secret;
}

/**
 * The session secret that a cookie's value carries; null when it carries none, is forged or too old. A stale cookie is an everyday
 * thing: no error. Decoded alone: next-auth's own reading would encrypt it anew for each page, into an answer that cannot hold it.
 */
export async function sessionSecretIn(value: string | undefined): Promise<string | null> {
  const secret = cookieKey();
  const token = await decode({ token: value, secret }).catch(() => null);
  return typeof token?.sid === "string" ? token.sid : null;
}
