import { beforeAll, describe, expect, it } from "vitest";
import { ROLES } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import { operatorViewer } from "@/server/auth/operator-viewer";
import { verifyPassword } from "@/server/auth/password-hash";
import { queryRows } from "@/server/db";
import { type AddUserInput, addUser } from "@/server/mutations/add-user";
import { disableUser } from "@/server/mutations/disable-user";
import { enableUser } from "@/server/mutations/enable-user";
import { listUsers } from "@/server/queries/list-users";
import { GOOD_PASSWORD, makeAccount } from "../support/accounts";
import { makeProvince, type SmallProvince } from "../support/small-province";

let province: SmallProvince;
let other: SmallProvince;
let admin: Viewer;
beforeAll(async () => {
  province = await makeProvince("users-province");
  other = await makeProvince("users-elsewhere");
  admin = province.viewer("P", "admin");
});

function input(changes: Partial<AddUserInput> = {}): AddUserInput {
  return {
    username: "nguyen.an",
    displayName: "Nguyễn An",
    role: "commune_officer",
    unitId: province.units.A1?.id ?? 0,
    password: GOOD_PASSWORD,
    ...changes,
  };
}

const countUsers = async () => (await queryRows("SELECT 1 FROM user_account", [])).length;

describe("adding a user", () => {
  it("keeps an argon2id hash of the password and an entry of who did it", async () => {
    const id = await addUser(admin, input({ username: "Tran.Binh" }));
    const [row] = await queryRows<{ username: string; password_hash: string; is_demo: boolean }>(
      "SELECT * FROM user_account WHERE id = $1",
      [id],
    );
    expect(row).toMatchObject({ username: "tran.binh", is_demo: false });
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword(row?.password_hash ?? "", GOOD_PASSWORD)).toBe(true);
    expect(await verifyPassword(row?.password_hash ?? "", `${GOOD_PASSWORD} `)).toBe(false);
    const audit = await queryRows("SELECT action, subject, details FROM audit_entry WHERE subject = 'tran.binh'", []);
    expect(audit).toEqual([
      {
        action: "addUser",
        subject: "tran.binh",
        details: { role: "commune_officer", unitId: province.units.A1?.id },
      },
    ]);
  });

  it.each([
    ["a name with spaces", { username: "hai chu" }, { field: "username", reason: "malformed" }],
    ["a name too short", { username: "ab" }, { field: "username", reason: "malformed" }],
    ["no display name", { displayName: "  " }, { field: "displayName", reason: "malformed" }],
    ["a short password", { password: "ngan-qua" }, { field: "password", reason: "tooShort" }],
    ["a common password", { password: "MatKhau@2020" }, { field: "password", reason: "tooCommon" }],
    ["a password that holds the name", { password: "xx-nguyen.an-yy" }, { field: "password", reason: "holdsUsername" }],
    ["a role of the province in a commune", { role: "province_office" }, { field: "unit", reason: "unfitForRole" }],
  ] as const)("refuses %s and writes nothing", async (_, changes, params) => {
    const before = await countUsers();
    await expect(addUser(admin, input(changes))).rejects.toMatchObject({ code: "invalidInput", params });
    expect(await countUsers()).toBe(before);
  });

  it("refuses a role below the province in the province's own unit", async () => {
    const unitId = province.units.P?.id ?? 0;
    await expect(addUser(admin, input({ unitId }))).rejects.toMatchObject({ params: { reason: "unfitForRole" } });
  });

  it("refuses a name that is taken, whoever took it", async () => {
    const username = await makeAccount(other, "A1", "commune_officer");
    await expect(addUser(admin, input({ username }))).rejects.toMatchObject({
      code: "invalidInput",
      params: { field: "username", reason: "taken" },
    });
  });

  it("finds no unit of another province", async () => {
    const unitId = other.units.A1?.id ?? 0;
    await expect(addUser(admin, input({ unitId }))).rejects.toMatchObject({ code: "notFound" });
  });
});

describe("who may manage users", () => {
  it.each(ROLES.filter((role) => role !== "admin"))("not %s: it finds nothing", async (role) => {
    const viewer = province.viewer("P", role);
    const username = await makeAccount(province, "A1", "commune_officer");
    const notFound = { code: "notFound" };
    await expect(addUser(viewer, input())).rejects.toMatchObject(notFound);
    await expect(disableUser(viewer, { username })).rejects.toMatchObject(notFound);
    await expect(enableUser(viewer, { username })).rejects.toMatchObject(notFound);
    await expect(listUsers(viewer)).rejects.toMatchObject(notFound);
  });

  it("an administrator, of the own province alone", async () => {
    const foreign = await makeAccount(other, "A1", "commune_officer");
    await expect(disableUser(admin, { username: foreign })).rejects.toMatchObject({ code: "notFound" });
    await expect(enableUser(admin, { username: foreign })).rejects.toMatchObject({ code: "notFound" });
    const names = (await listUsers(admin)).map(({ username }) => username);
    expect(names).not.toContain(foreign);
    expect(names.length).toBeGreaterThan(0);
  });

  it("an administrator, but not to shut themselves out", async () => {
    const username = await makeAccount(province, "P", "admin");
    const [row] = await queryRows<{ id: number }>("SELECT id FROM user_account WHERE username = $1", [username]);
    const self = { ...admin, userId: row?.id ?? 0 };
    await expect(disableUser(self, { username })).rejects.toMatchObject({ params: { reason: "self" } });
  });
});

describe("the list of users", () => {
  it("says who is disabled since when, and disabling twice changes nothing", async () => {
    const username = await makeAccount(province, "A2", "commune_officer");
    const operator = operatorViewer(province.id);
    await disableUser(operator, { username });
    const rowOf = async () => (await listUsers(operator)).find((row) => row.username === username);
    const first = await rowOf();
    expect(first).toMatchObject({ unitName: "Thị trấn An Khê", role: "commune_officer", lastSeenAt: null });
    expect(first?.disabledAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    await disableUser(operator, { username });
    expect(await rowOf()).toEqual(first);
    await enableUser(operator, { username });
    expect(await rowOf()).toMatchObject({ disabledAt: null });
  });
});
