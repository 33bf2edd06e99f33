import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { startTemporaryPostgres } from "../scripts/lib/temporary-postgres";
import { createDatabase, dropDatabase } from "../tests/support/database";

/** Runs work on an empty database: of the server in BENCH_DATABASE_SERVER, or of a PostgreSQL of its own. */
export async function withScratchDatabase(work: (url: string) => Promise<void>): Promise<void> {
  const given = process.env.BENCH_DATABASE_SERVER;
  const server = given ? { url: given, stop: async () => {} } : await startTemporaryPostgres();
  const url = await createDatabase(server.url);
  try {
    await work(url);
  } finally {
    await dropDatabase(url);
    await server.stop();
  }
}

/** Seconds that some work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** Seconds that COPY takes for rows of `dossier` into a new table like it, with or without its indexes. */
export async function copyInto(client: pg.Client, table: string, like: string, filePath: string): Promise<number> {
  await client.query(`CREATE TABLE ${table} (LIKE dossier ${like})`);
  return timed(() => pipeline(createReadStream(filePath), client.query(copyFrom(`COPY ${table} FROM STDIN`))));
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** A table for people, in Markdown, ready for docs/benchmarks.md. */
export function printRows(header: readonly string[], rows: readonly (readonly string[])[]): void {
  const lines = [header, header.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  process.stdout.write(`${lines.join("\n")}\n\n`);
}
