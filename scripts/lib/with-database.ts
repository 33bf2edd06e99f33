import pg from "pg";
import { checkDatabase } from "./check-database";
import { embeddedUrl, startEmbeddedServer } from "./embedded-server";
import { takeRunLock } from "./run-lock";

async function isUp(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Hands `work` the URL of a database that answers: the server of DATABASE_URL, the embedded one that
 * `npm start` runs, or the embedded one started for this purpose and stopped afterwards.
 */
export async function withDatabase<Result>(work: (url: string) => Promise<Result>): Promise<Result> {
  const given = process.env.DATABASE_URL;
  if (given) {
    await checkDatabase(given);
    return work(given);
  }
  const running = embeddedUrl();
  if (running !== null && (await isUp(running))) return work(running);
  const lock = await takeRunLock("command");
  try {
    const server = await startEmbeddedServer();
    try {
      return await work(server.url);
    } finally {
      await server.stop("smart");
    }
  } finally {
    lock.release();
  }
}
