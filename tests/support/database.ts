import { randomBytes } from "node:crypto";
import pg from "pg";

/** Runs statements on a connection of its own. */
export async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Creates a database beside the one of `serverUrl`, as a copy of `template` when given, and returns its URL. */
export async function createDatabase(serverUrl: string, template?: string): Promise<string> {
  const name = `test_${randomBytes(8).toString("hex")}`;
  const source = template ? `TEMPLATE "${template}"` : "TEMPLATE template0 ENCODING 'UTF8'";
  await withClient(serverUrl, (client) => client.query(`CREATE DATABASE "${name}" ${source}`));
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Drops a database that `createDatabase` made, whoever is still connected. */
export async function dropDatabase(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  const server = new URL(url);
  server.pathname = "/postgres";
  await withClient(server.href, (client) => client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`));
}

/** The database of the test file that asks: fresh, migrated and empty. */
export function testDatabaseUrl(): string {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("Integration tests run under vitest.integration.config.ts, which prepares a database.");
  return url;
}
