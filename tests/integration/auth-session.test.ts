import { beforeAll, describe, expect, it } from "vitest";
import { hashSessionSecret } from "@/server/auth/session-secret";
import { loadViewer } from "@/server/auth/load-viewer";
import { operatorViewer } from "@/server/auth/operator-viewer";
import { SESSION_IDLE, SESSION_LIFE } from "@/server/auth/session-policy";
import { signIn } from "@/server/auth/sign-in";
import { signOut } from "@/server/auth/sign-out";
import { signOutEverywhere } from "@/server/auth/sign-out-everywhere";
import { now } from "@/server/clock";
import { queryRows } from "@/server/db";
import { disableUser } from "@/server/mutations/disable-user";
import { enableUser } from "@/server/mutations/enable-user";
import { GOOD_PASSWORD, makeAccount } from "../support/accounts";
import { makeProvince, type SmallProvince } from "../support/small-province";

const MINUTE = 60_000;

let province: SmallProvince;
beforeAll(async () => {
  province = await makeProvince("session-province");
});

const enter = (username: string, password = GOOD_PASSWORD) => signIn({ username, password, address: "192.0.2.1" });
const momentIn = (milliseconds: number) => new Date(now().getTime() + milliseconds);

async function sessionOf(secret: string) {
  const [row] = await queryRows<{ last_seen: Date; address: string }>("SELECT * FROM session WHERE id_hash = $1", [
    hashSessionSecret(secret),
  ]);
  return row;
}

describe("a session", () => {
  it("stands for its account, with the scope of its unit", async () => {
    const username = await makeAccount(province, "A1", "commune_officer");
    const viewer = await loadViewer(await enter(username), now());
    expect(viewer).toEqual({
      userId: expect.any(Number),
      role: "commune_officer",
      provinceId: province.id,
      unitId: province.units.A1?.id,
      scopePath: province.units.A1?.path,
      username,
      displayName: "Người Thử",
      unitName: "Xã Hòa Sơn",
      isDemo: false,
    });
  });

  it("of the province's office reaches the whole province, units of before and after a merger alike", async () => {
    const username = await makeAccount(province, "P", "province_office");
    expect(await loadViewer(await enter(username), now())).toMatchObject({ scopePath: "/" });
  });

  it("is kept as a hash only", async () => {
    const secret = await enter(await makeAccount(province, "A1", "commune_officer"));
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(await sessionOf(secret)).toMatchObject({ address: "192.0.2.1" });
    expect(await queryRows("SELECT 1 FROM session WHERE id_hash = $1", [secret])).toEqual([]);
  });

  it("differs at every login, and the name may be written in capitals", async () => {
    const username = await makeAccount(province, "A1", "commune_officer");
    const [first, second] = [await enter(username), await enter(` ${username.toUpperCase()} `)];
    expect(first).not.toBe(second);
    expect(await loadViewer(first, now())).not.toBeNull();
    expect(await loadViewer(second, now())).not.toBeNull();
  });

  it("is nobody's when the secret is not known", async () => {
    expect(await loadViewer("x".repeat(43), now())).toBeNull();
    expect(await loadViewer("", now())).toBeNull();
  });

  it("ends after eight idle hours, not before", async () => {
    const secret = await enter(await makeAccount(province, "A1", "commune_officer"));
    expect(await loadViewer(secret, momentIn(SESSION_IDLE + MINUTE))).toBeNull();
    expect(await loadViewer(secret, momentIn(SESSION_IDLE - MINUTE))).not.toBeNull();
  });

  it("lives on while it is used, and ends after seven days all the same", async () => {
    const secret = await enter(await makeAccount(province, "A1", "commune_officer"));
    for (let passed = 7 * 60; passed * MINUTE < SESSION_LIFE; passed += 7 * 60) {
      expect(await loadViewer(secret, momentIn(passed * MINUTE)), `after ${passed} minutes`).not.toBeNull();
    }
    expect(await loadViewer(secret, momentIn(SESSION_LIFE))).toBeNull();
  });

  it("writes down when it was seen at most every five minutes", async () => {
    const secret = await enter(await makeAccount(province, "A1", "commune_officer"));
    const begun = (await sessionOf(secret))?.last_seen;
    await loadViewer(secret, momentIn(4 * MINUTE));
    expect((await sessionOf(secret))?.last_seen).toEqual(begun);
    const seen = momentIn(6 * MINUTE);
    await loadViewer(secret, seen);
    expect((await sessionOf(secret))?.last_seen).toEqual(seen);
  });
});

describe("the end of a session", () => {
  it("comes with the sign-out, for this browser alone", async () => {
    const username = await makeAccount(province, "A1", "commune_officer");
    const [here, there] = [await enter(username), await enter(username)];
    await signOut(here);
    await signOut(here);
    expect(await loadViewer(here, now())).toBeNull();
    expect(await loadViewer(there, now())).not.toBeNull();
  });

  it("comes for all browsers with the sign-out everywhere, and for no other account", async () => {
    const [mine, other] = [
      await makeAccount(province, "A1", "commune_officer"),
      await makeAccount(province, "A2", "commune_officer"),
    ];
    const secrets = [await enter(mine), await enter(mine)];
    const foreign = await enter(other);
    const viewer = await loadViewer(secrets[0] ?? "", now());
    if (!viewer) throw new Error("not signed in");
    expect(await signOutEverywhere(viewer)).toBe(2);
    for (const secret of secrets) expect(await loadViewer(secret, now())).toBeNull();
    expect(await loadViewer(foreign, now())).not.toBeNull();
  });

  it("comes at the next request when the account is disabled; enabling it revives no session", async () => {
    const username = await makeAccount(province, "A1", "commune_officer");
    const secret = await enter(username);
    await disableUser(operatorViewer(province.id), { username });
    expect(await loadViewer(secret, now())).toBeNull();
    await expect(enter(username)).rejects.toMatchObject({ code: "loginFailed" });
    await enableUser(operatorViewer(province.id), { username });
    expect(await loadViewer(secret, now())).toBeNull();
    expect(await loadViewer(await enter(username), now())).not.toBeNull();
  });
});

describe("a demo account", () => {
  it("gets in only while its province holds demo data, and is out when they are gone", async () => {
    const own = await makeProvince("demo-province");
    const username = await makeAccount(own, "P", "province_office");
    await queryRows("UPDATE user_account SET is_demo = true WHERE username = $1", [username]);
    await expect(enter(username)).rejects.toMatchObject({ code: "loginFailed" });

    const [source] = await queryRows<{ id: number }>(
      "INSERT INTO source (province_id, name, is_demo) VALUES ($1, 'Minh họa', true) RETURNING id",
      [own.id],
    );
    await queryRows(
      `INSERT INTO import_batch (province_id, source_id, file_name, file_sha256, file_bytes, as_of, as_of_on, state)
       VALUES ($1, $2, 'x.csv', '', 0, '2020-10-31T16:59:59Z', '2020-10-31', 'applied')`,
      [own.id, source?.id],
    );
    const secret = await enter(username);
    expect(await loadViewer(secret, now())).toMatchObject({ isDemo: true });

    await queryRows("UPDATE import_batch SET state = 'cancelled' WHERE province_id = $1", [own.id]);
    expect(await loadViewer(secret, now())).toBeNull();
  });
});

it("leaves a trace of who came and went", async () => {
  const username = await makeAccount(province, "A1", "commune_officer");
  await signOut(await enter(username));
  const rows = await queryRows<{ action: string }>(
    "SELECT action FROM audit_entry WHERE province_id = $1 AND subject = $2 ORDER BY id",
    [province.id, username],
  );
  expect(rows.map((row) => row.action)).toEqual(["addUser", "signIn", "signOut"]);
});
