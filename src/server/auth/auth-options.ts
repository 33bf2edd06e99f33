import "server-only";
import type { AuthOptions } from "next-auth";
import { env } from "../env";
import { SESSION_LIFE } from "./session-policy";

declare module "next-auth" {
  interface Session {
    /** The secret of the session row; null when the cookie carries none. */
    sid: string | null;
  }
}

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
 * What next-auth needs to read our cookie. It has no provider and no route of its own: the login form is
 * the one door, and it must work without JavaScript.
 */
export function authOptions(secure: boolean): AuthOptions {
  return {
    secret: cookieKey(),
    providers: [],
    session: { strategy: "jwt", maxAge: SESSION_LIFE / 1000 },
    cookies: {
      sessionToken: { name: sessionCookieName(secure), options: sessionCookieOptions(secure) },
      // Ours alone: another product's cookie on the same host must not disturb the reading.
      callbackUrl: { name: `${COOKIE}-callback`, options: sessionCookieOptions(secure) },
      csrfToken: { name: `${COOKIE}-csrf`, options: sessionCookieOptions(secure) },
    },
    callbacks: {
      session: ({ session, token }) => ({ ...session, sid: typeof token.sid === "string" ? token.sid : null }),
    },
    // A stale or forged cookie is an everyday thing: it means "not signed in" and is no error to report.
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  };
}
