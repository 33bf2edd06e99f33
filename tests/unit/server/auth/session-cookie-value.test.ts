import { encode } from "next-auth/jwt";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const SECRET = "a-secret-that-only-this-suite-knows-0123456789";

beforeEach(() => {
  vi.resetModules();
  vi.stubEnv("DATABASE_URL", "postgresql://nowhere");
  vi.stubEnv("NEXTAUTH_SECRET", SECRET);
});
afterEach(() => vi.unstubAllEnvs());

/** The session secret that a request with these cookies carries. */
async function secretOf(cookies: Readonly<Record<string, string>>, secure = false) {
  const { sessionCookieName, sessionSecretIn } = await import("@/server/auth/session-cookie-value");
  return sessionSecretIn(cookies[sessionCookieName(secure)]);
}

const tokenOf = (sid: string, secret = SECRET, maxAge = 60) => encode({ token: { sid }, secret, maxAge });

describe("the login cookie", () => {
  it("carries the secret that was put into it", async () => {
    const cookie = await tokenOf("the-secret");
    expect(await secretOf({ "dung-hen.session": cookie })).toBe("the-secret");
  });

  it("has another name behind https, which plain http cannot set", async () => {
    const cookie = await tokenOf("the-secret");
    expect(await secretOf({ "__Host-dung-hen.session": cookie }, true)).toBe("the-secret");
    expect(await secretOf({ "dung-hen.session": cookie }, true)).toBeNull();
    expect(await secretOf({ "__Host-dung-hen.session": cookie }, false)).toBeNull();
  });

  it.each([
    ["nothing", {}],
    ["nonsense", { "dung-hen.session": "nonsense" }],
    ["an empty value", { "dung-hen.session": "" }],
    ["another product's cookies", { "next-auth.session-token": "x", "next-auth.callback-url": "javascript:x" }],
  ])("means nobody when it holds %s", async (_, cookies) => {
    expect(await secretOf(cookies)).toBeNull();
  });

  it("means nobody when another key made it, or its time is over", async () => {
    expect(
      await secretOf({ "dung-hen.session": await tokenOf("x", "another-secret-0123456789-0123456789") }),
    ).toBeNull();
    expect(await secretOf({ "dung-hen.session": await tokenOf("x", SECRET, -60) })).toBeNull();
  });

  it("does not exist without a key: there is no key to fall back on", async () => {
    vi.stubEnv("NEXTAUTH_SECRET", undefined);
    await expect(secretOf({})).rejects.toThrow("NEXTAUTH_SECRET");
  });
});

describe("https", () => {
  it.each([
    [undefined, {}, false],
    [undefined, { "x-forwarded-proto": "http" }, false],
    [undefined, { "x-forwarded-proto": "https" }, true],
    [undefined, { "x-forwarded-proto": "https, http" }, true],
    ["http://localhost:3000", { "x-forwarded-proto": "https" }, true],
    ["https://dunghen.example", {}, true],
  ])("with the address %s and the headers %o: %s", async (address, headers, secure) => {
    vi.stubEnv("NEXTAUTH_URL", address);
    const { isSecureRequest } = await import("@/server/auth/is-secure-request");
    expect(isSecureRequest(new Headers(headers))).toBe(secure);
  });
});
