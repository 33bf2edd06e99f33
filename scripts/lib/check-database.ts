import pg from "pg";
import { OperatorError } from "./operator-error";

const OLDEST_VERSION = 150000;

/** "host:port/name" of a database URL, without the password. */
function nameOf(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  } catch {
    return "DATABASE_URL";
  }
}

/** Connects once. Throws `databaseUnreachable`, `databaseRefused` or `databaseTooOld`. */
export async function checkDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query("SELECT current_setting('server_version_num')::int AS version");
    if (rows[0].version < OLDEST_VERSION) throw new OperatorError("databaseTooOld", { database: nameOf(url) });
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    const answered = error instanceof pg.DatabaseError;
    const detail = error instanceof Error ? error.message || String(error.cause ?? error.name) : String(error);
    throw new OperatorError(answered ? "databaseRefused" : "databaseUnreachable", { database: nameOf(url), detail });
  } finally {
    await client.end().catch(() => {});
  }
}
