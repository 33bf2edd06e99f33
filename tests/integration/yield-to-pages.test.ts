import { existsSync } from "node:fs";
import { getPriority } from "node:os";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { connectionConfig } from "@/server/db";
import { yieldToPages } from "@/server/imports/yield-to-pages";

async function withClient(work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(connectionConfig());
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** A server that names a process of this machine as the one behind the connection. */
function pretend(client: pg.Client, pid: number, port: number | null): void {
  Object.assign(client, { query: async () => ({ rows: [{ pid, port }] }) });
}

describe("work that pages go before", () => {
  test("is done by a process of lower priority where the database is on this machine", () =>
    withClient(async (client) => {
      await yieldToPages(client);
      const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
      const pid = rows[0]?.pid ?? 0;
      // The server may run elsewhere, and another user's process stays as it is.
      const isOurs = process.getuid?.() === 0 && existsSync(`/proc/${pid}/autogroup`);
      if (isOurs) expect(getPriority(pid)).toBe(10);
    }));

  test("does not touch a process that only shares the number of a session elsewhere", () =>
    withClient(async (client) => {
      const before = getPriority(process.pid);
      const { query } = client;
      for (const port of [5432, null]) {
        pretend(client, process.pid, port);
        await yieldToPages(client);
      }
      Object.assign(client, { query });
      expect(getPriority(process.pid)).toBe(before);
    }));
});
