import { getServerSession } from "next-auth";
import { encode } from "next-auth/jwt";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const SECRET = "a-secret-that-only-this-suite-knows-0123456789";
const RESPONSE = { getHeader: () => undefined, setCookie: () => {}, setHeader: () => {} };

beforeEach(() => {
  vi.resetModules();
  vi.stubEnv("DATABASE_URL", "postgresql://nowhere");
  vi.stubEnv("NEXTAUTH_SECRET", SECRET);
});
afterEach(() => vi.unstubAllEnvs());

/** What next-auth reads, with our options, from a request with these cookies. */
async function sessionOf(cookies: Readonly<Record<string, string>>, secure = false) {
  const { authOptions } = await import("@/server/auth/auth-options");
  return Reflect.apply(getServerSession, undefined, [{ cookies, headers: {} }, RESPONSE, authOptions(secure)]);
}

const tokenOf = (sid: string, secret = SECRET, maxAge = 60) => encode({ token: { sid }, secret, maxAge });

describe("the login cookie", () => {
  it("is read back by next-auth", async () => {
    const cookie = await tokenOf("the-secret");
    expect(await sessionOf({ "dung-hen.session": cookie })).toMatchObject({ sid: "the-secret" });
  });

  it("has another name behind https, which plain http cannot set", async () => {
    const cookie = await tokenOf("the-secret");
    expect(await sessionOf({ "__Host-dung-hen.session": cookie }, true)).toMatchObject({ sid: "the-secret" });
    expect(await sessionOf({ "dung-hen.session": cookie }, true)).toBeNull();
    expect(await sessionOf({ "__Host-dung-hen.session": cookie }, false)).toBeNull();
  });

  it.each([
    ["nothing", {}],
    ["nonsense", { "dung-hen.session": "nonsense" }],
    ["an empty value", { "dung-hen.session": "" }],
    ["another product's cookies", { "next-auth.session-token": "x", "next-auth.callback-url": "javascript:x" }],
  ])("means nobody when it holds %s, without a word in the log", async (_, cookies) => {
    expect(await sessionOf(cookies)).toBeNull();
  });

  it("means nobody when another key made it, or its time is over", async () => {
    expect(
      await sessionOf({ "dung-hen.session": await tokenOf("x", "another-secret-0123456789-0123456789") }),
    ).toBeNull();
    expect(await sessionOf({ "dung-hen.session": await tokenOf("x", SECRET, -60) })).toBeNull();
  });

  it("does not exist without a key: there is no key to fall back on", async () => {
    vi.stubEnv("NEXTAUTH_SECRET", undefined);
    await expect(sessionOf({})).rejects.toThrow("NEXTAUTH_SECRET");
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
