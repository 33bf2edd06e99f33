import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "@/generated/prisma/client";
import { env } from "./env";

type Database = { readonly pool: pg.Pool; readonly prisma: PrismaClient };

const POSTGRES_INT8 = 20;
const POSTGRES_DATE = 1082;

/** Days come back as "YYYY-MM-DD" strings and int8 as number (counts and ids stay far below 2^53). */
function parserFor(oid: number, format?: "text" | "binary"): (value: string) => unknown {
  if (oid === POSTGRES_DATE) return (value) => value;
  if (oid === POSTGRES_INT8) return Number;
  return pg.types.getTypeParser(oid, format === "binary" ? "text" : format);
}

export function connectionConfig(): pg.PoolConfig {
  return {
    connectionString: env().DATABASE_URL,
    connectionTimeoutMillis: env().DATABASE_CONNECT_MS,
    keepAlive: true,
    types: { getTypeParser: parserFor },
  };
}

/**
 * How pages are planned for. What they ask for is always a part that an index finds: places on an SSD cost no more than
 * what follows them, and a scan of all provinces never pays, though days of other provinces make it look as if. A plan
 * for any unit and period would be a bad one for most, and compiling takes longer than what pages ask for.
 */
const PLANNING = "-c random_page_cost=1.1 -c enable_seqscan=off -c plan_cache_mode=force_custom_plan -c jit=off";

function open(): Database {
  const pool = new pg.Pool({
    options: PLANNING,
    ...connectionConfig(),
    max: env().DATABASE_POOL_SIZE,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
  });
  // An idle connection that the server closes must not end the process.
  pool.on("error", () => {});
  return { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

const store = globalThis as typeof globalThis & { dungHenDatabase?: Database };

/** The one pool and the one Prisma client of this process. */
export function database(): Database {
  store.dungHenDatabase ??= open();
  return store.dungHenDatabase;
}

/** Rows of one parameterised statement. A `name` lets PostgreSQL keep its plan per connection. */
export async function queryRows<Row extends pg.QueryResultRow>(
  text: string,
  values: readonly unknown[],
  name?: string,
): Promise<Row[]> {
  const result = await database().pool.query<Row>({ text, values: [...values], name });
  return result.rows;
}

/** Closes what `database()` opened; for commands and tests that must end. */
export async function closeDatabase(): Promise<void> {
  const opened = store.dungHenDatabase;
  if (!opened) return;
  store.dungHenDatabase = undefined;
  await opened.prisma.$disconnect();
  if (!opened.pool.ended) await opened.pool.end();
}
