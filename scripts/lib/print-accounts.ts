import pg from "pg";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "../../seeds/demo-accounts";
import { RUNTIME } from "../../src/lib/strings/runtime";
import { say } from "./progress";

/** Names the demo accounts that the database holds, or how to make the first account when it has none. */
export async function printAccounts(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client
    .query<{ username: string; isDemo: boolean }>(
      'SELECT username, is_demo AS "isDemo" FROM user_account WHERE disabled_at IS NULL',
    )
    .finally(() => client.end());
  if (rows.length === 0) say(RUNTIME.noAccountHint);
  const names = new Set(rows.filter(({ isDemo }) => isDemo).map(({ username }) => username));
  const accounts = DEMO_ACCOUNTS.filter(({ username }) => names.has(username));
  if (accounts.length === 0) return;
  say(RUNTIME.demoNotice(DEMO_PASSWORD));
  for (const { username, displayName, unitName } of accounts) say(RUNTIME.account(username, displayName, unitName));
}
