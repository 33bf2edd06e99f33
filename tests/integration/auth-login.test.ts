import { verify } from "@node-rs/argon2";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { beginLoginAttempt, clearEndedThrottles } from "@/server/auth/login-throttle";
import { operatorViewer } from "@/server/auth/operator-viewer";
import { signIn } from "@/server/auth/sign-in";
import { now } from "@/server/clock";
import { queryRows } from "@/server/db";
import { disableUser } from "@/server/mutations/disable-user";
import { GOOD_PASSWORD, makeAccount } from "../support/accounts";
import { makeProvince, type SmallProvince } from "../support/small-province";

vi.mock("@node-rs/argon2", async (importOriginal) => {
  const original = await importOriginal<typeof import("@node-rs/argon2")>();
  return { ...original, verify: vi.fn(original.verify) };
});

const FAILED = { code: "loginFailed", params: {} };
const THROTTLED = { code: "loginThrottled", params: { minutes: 5 } };
const WRONG = "mot-mat-khau-khac-han";

let province: SmallProvince;
beforeAll(async () => {
  province = await makeProvince("login-province");
});
beforeEach(async () => {
  await queryRows("TRUNCATE login_throttle", []);
});

const enter = (username: string, password: string, address: string | null = "192.0.2.1") =>
  signIn({ username, password, address });

async function failTimes(count: number, username: string, addressOf: (index: number) => string): Promise<void> {
  for (let index = 0; index < count; index += 1) await beginLoginAttempt(username, addressOf(index));
}

describe("a refused login", () => {
  it("is the same for a wrong password, an unknown account and a disabled one", async () => {
    const username = await makeAccount(province, "A1", "commune_officer");
    const disabled = await makeAccount(province, "A1", "commune_officer");
    await disableUser(operatorViewer(province.id), { username: disabled });
    await expect(enter(username, WRONG)).rejects.toMatchObject(FAILED);
    await expect(enter("nobody-of-that-name", WRONG)).rejects.toMatchObject(FAILED);
    await expect(enter("", "")).rejects.toMatchObject(FAILED);
    await expect(enter(disabled, GOOD_PASSWORD)).rejects.toMatchObject(FAILED);
  });

  it("costs an unknown account one verification of the same strength, like a wrong password", async () => {
    const username = await makeAccount(province, "A1", "commune_officer");
    const hashesTried: string[] = [];
    for (const name of [username, "nobody-of-that-name"]) {
      vi.mocked(verify).mockClear();
      await expect(enter(name, WRONG)).rejects.toMatchObject(FAILED);
      expect(verify).toHaveBeenCalledTimes(1);
      hashesTried.push(String(vi.mocked(verify).mock.calls[0]?.[0]));
    }
    const strengths = hashesTried.map((hash) => hash.split("$").slice(0, 4).join("$"));
    expect(strengths).toEqual(["$argon2id$v=19$m=19456,t=2,p=1", "$argon2id$v=19$m=19456,t=2,p=1"]);
  });
});

describe("the throttle", () => {
  it("stops the sixth attempt on an account from one address, even with the right password", async () => {
    const username = await makeAccount(province, "A1", "commune_officer");
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await expect(enter(username, WRONG)).rejects.toMatchObject(FAILED);
    }
    await expect(enter(username, GOOD_PASSWORD)).rejects.toMatchObject(THROTTLED);
  });

  it("does not lock the owner out, who comes from elsewhere", async () => {
    const username = await makeAccount(province, "A1", "commune_officer");
    for (let attempt = 0; attempt < 40; attempt += 1) await enter(username, WRONG).catch(() => {});
    await expect(enter(username, GOOD_PASSWORD)).rejects.toMatchObject(THROTTLED);
    await expect(enter(username, GOOD_PASSWORD, "198.51.100.7")).resolves.toEqual(expect.any(String));
  });

  it("treats an account that does not exist alike", async () => {
    await failTimes(5, "nobody", () => "192.0.2.1");
    await expect(enter("nobody", WRONG)).rejects.toMatchObject(THROTTLED);
  });

  it("lets no more than five through of many at once", async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, () => beginLoginAttempt("many-at-once", "192.0.2.1")),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
  });

  it("stops guessing at one account from many addresses after thirty attempts", async () => {
    await failTimes(30, "from-everywhere", (index) => `198.51.100.${index}`);
    await expect(beginLoginAttempt("from-everywhere", "203.0.113.1")).rejects.toMatchObject(THROTTLED);
  });

  it("stops an address that tries many accounts, and its /64 when it is IPv6", async () => {
    for (let index = 0; index < 60; index += 1) {
      await beginLoginAttempt(`account-${index}`, `2001:db8:1:2::${index.toString(16)}`);
    }
    await expect(beginLoginAttempt("another", "2001:db8:1:2:ffff::1")).rejects.toMatchObject({
      code: "loginThrottled",
      params: { minutes: 10 },
    });
    await expect(beginLoginAttempt("another", "2001:db8:1:3::1")).resolves.toBeDefined();
  });

  it("does not count logins that succeed", async () => {
    const username = await makeAccount(province, "A1", "commune_officer");
    for (let attempt = 0; attempt < 8; attempt += 1) await enter(username, GOOD_PASSWORD);
  });

  it("ends with its window, which attempts do not lengthen", async () => {
    await failTimes(5, "short-window", () => "192.0.2.1");
    const windows = () => queryRows<{ expire: number }>("SELECT expire FROM login_throttle ORDER BY key", []);
    const before = await windows();
    await expect(beginLoginAttempt("short-window", "192.0.2.1")).rejects.toMatchObject(THROTTLED);
    expect(await windows()).toEqual(before);
    await queryRows("UPDATE login_throttle SET expire = expire - 3600000", []);
    await expect(beginLoginAttempt("short-window", "192.0.2.1")).resolves.toBeDefined();
  });

  it("keeps no name that somebody typed, and forgets what is long over", async () => {
    await beginLoginAttempt("my-password-typed-by-mistake", "192.0.2.1");
    expect(JSON.stringify(await queryRows("SELECT * FROM login_throttle", []))).not.toMatch(/mistake|192\.0/);
    await clearEndedThrottles(now());
    expect(await queryRows("SELECT 1 FROM login_throttle", [])).toHaveLength(3);
    await queryRows("UPDATE login_throttle SET expire = expire - 7200000", []);
    await clearEndedThrottles(now());
    expect(await queryRows("SELECT 1 FROM login_throttle", [])).toEqual([]);
  });
});
