import { beforeAll, expect, it } from "vitest";
import { signIn } from "@/server/auth/sign-in";
import { database, queryRows } from "@/server/db";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "../../seeds/demo-accounts";
import { loadDemoAccounts } from "../../seeds/load-demo-accounts";
import { loadReference } from "../../seeds/load-reference";

const accounts = () =>
  queryRows<{
    username: string;
    role: string;
    unit: string;
    province: string;
    is_demo: boolean;
    password_hash: string;
  }>(
    `SELECT a.username, a.role, u.name AS unit, p.key AS province, a.is_demo, a.password_hash
       FROM user_account a JOIN unit u ON u.id = a.unit_id JOIN province p ON p.id = a.province_id AND p.id = u.province_id
      ORDER BY a.id`,
    [],
  );

beforeAll(async () => {
  const client = await database().pool.connect();
  try {
    await loadReference(client);
  } finally {
    client.release();
  }
});

it("opens each demo account in its unit, once, and leaves an account of the same name alone", async () => {
  const [unit] = await queryRows<{ id: number; province_id: number }>("SELECT id, province_id FROM unit LIMIT 1", []);
  await queryRows(
    `INSERT INTO user_account (province_id, unit_id, username, display_name, role, password_hash)
     VALUES ($1, $2, 'quantri', 'Người thật', 'admin', 'x')`,
    [unit?.province_id, unit?.id],
  );
  await loadDemoAccounts();
  const first = await accounts();
  await loadDemoAccounts();
  expect(await accounts()).toEqual(first);
  expect(first[0]).toMatchObject({ username: "quantri", is_demo: false, password_hash: "x" });
  expect(first.slice(1).map(({ username, role, unit, province }) => ({ username, role, unit, province }))).toEqual(
    DEMO_ACCOUNTS.slice(1).map(({ username, role, unitName, provinceKey }) => ({
      username,
      role,
      unit: unitName,
      province: provinceKey,
    })),
  );
  expect(first.slice(1).every((row) => row.is_demo)).toBe(true);
});

it("lets none of them in before there are demo data", async () => {
  await expect(signIn({ username: "tayson", password: DEMO_PASSWORD, address: null })).rejects.toMatchObject({
    code: "loginFailed",
  });
});
