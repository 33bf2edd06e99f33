// Prisma's schema engine, as the WebAssembly that npm carries: applies and compares migrations offline.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SCHEMA_PATH = "prisma/schema.prisma";
const MIGRATIONS_PATH = join(ROOT, "prisma/migrations");
const NO_FILTERS = { externalTables: [], externalEnums: [] };
const POSTGRES_CHAR = 18;

type SchemaFile = { path: string; content: string };
type DiffSource = { tag: "empty" } | { tag: "schemaDatasource"; files: SchemaFile[]; configDir: string };

type SchemaEngine = {
  diff(params: object): Promise<{ exitCode: number; stdout: string | null }>;
  applyMigrations(params: object): Promise<{ appliedMigrationNames: string[] }>;
};

export type Migration = { name: string; sql: string };

/** Migrations in the order of their names, as Prisma lays them out. */
export function readMigrations(): Migration[] {
  return readdirSync(MIGRATIONS_PATH, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(MIGRATIONS_PATH, name, "migration.sql"), "utf8") }));
}

/** The text of schema.prisma. */
export function readSchema(): string {
  return readFileSync(join(ROOT, SCHEMA_PATH), "utf8");
}

/**
 * The engine asks the catalogue for columns of type "char", which the adapter does not know. The pool passes
 * them off as uuid, a type no catalogue query returns, and the adapter's answer names them single characters.
 */
class CatalogPool extends pg.Pool {
  override async query(...parts: unknown[]): Promise<pg.QueryResult> {
    const result: pg.QueryResult = await Reflect.apply(pg.Pool.prototype.query, this, parts);
    for (const field of result.fields ?? []) {
      if (field.dataTypeID === POSTGRES_CHAR) field.dataTypeID = pg.types.builtins.UUID;
    }
    return result;
  }
}

class CatalogAdapterFactory extends PrismaPg {
  override async connect(): ReturnType<PrismaPg["connect"]> {
    const adapter = await super.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      const columnTypes = result.columnTypes.map((type) =>
        type === ColumnTypeEnum.Uuid ? ColumnTypeEnum.Character : type,
      );
      return { ...result, columnTypes };
    };
    // The adapter cuts a script at every semicolon, also inside the body of a function.
    const executeScript = adapter.executeScript.bind(adapter);
    adapter.executeScript = async (script) => {
      if (script.includes("$$")) await adapter.underlyingDriver().query(script);
      else await executeScript(script);
    };
    return adapter;
  }
}

let panic: string | null = null;

/** The bindings keep views of one WebAssembly memory, so there is one instance per process. */
async function loadBindings(): Promise<typeof import("@prisma/schema-engine-wasm/schema_engine_bg")> {
  const require = createRequire(import.meta.url);
  const wasmPath = require.resolve("@prisma/schema-engine-wasm").replace(/schema_engine\.js$/, "schema_engine_bg.wasm");
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const { instance } = await WebAssembly.instantiate(readFileSync(wasmPath), { "./schema_engine_bg.js": bindings });
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message(message: string) {
        panic = message;
      },
    },
  });
  bindings.__wbg_set_wasm(instance.exports);
  const start: unknown = instance.exports.__wbindgen_start;
  if (typeof start === "function") start();
  return bindings;
}

let loading: ReturnType<typeof loadBindings> | undefined;

async function withEngine<Result>(
  connectionString: string,
  work: (engine: SchemaEngine) => Promise<Result>,
): Promise<Result> {
  loading ??= loadBindings();
  const bindings = await loading;
  const pool = new CatalogPool({ connectionString, max: 2, connectionTimeoutMillis: 5000 });
  pool.on("error", () => {});
  try {
    const engine = await bindings.SchemaEngine.new(
      { datamodels: [[SCHEMA_PATH, readSchema()]] },
      () => {},
      bindMigrationAwareSqlAdapterFactory(new CatalogAdapterFactory(pool)),
    );
    return await work(engine);
  } catch (error) {
    throw panic === null ? error : new Error(`schema engine: ${panic}`, { cause: error });
  } finally {
    await pool.end();
  }
}

/** SQL that turns an empty database into schema.prisma. */
export async function printSchemaSql(connectionString: string): Promise<string> {
  return diff(connectionString, { tag: "empty" }, readSchema());
}

/**
 * SQL that turns the database, as it is, into the schema: empty when they agree.
 * What Prisma cannot express (views, partial indexes, collations) is left out of the comparison.
 */
export async function printDriftSql(connectionString: string, schema: string = readSchema()): Promise<string> {
  const files = [{ path: SCHEMA_PATH, content: readSchema() }];
  return diff(connectionString, { tag: "schemaDatasource", files, configDir: ROOT }, schema);
}

async function diff(connectionString: string, from: DiffSource, schema: string): Promise<string> {
  const result = await withEngine(connectionString, (engine) =>
    engine.diff({
      from,
      to: { tag: "schemaDatamodel", files: [{ path: SCHEMA_PATH, content: schema }] },
      script: true,
      shadowDatabaseUrl: null,
      exitCode: null,
      filters: NO_FILTERS,
    }),
  );
  const sql = (result.stdout ?? "").trim();
  return sql === "-- This is an empty migration." ? "" : sql;
}

/** Builds the indexes that an import did not come to: a migration may count on them. Where it fails, the next import does. */
async function completeIndexes(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query("SELECT to_regproc('build_deferred_indexes') IS NOT NULL AS is_known");
    if (rows[0].is_known) await client.query("SELECT build_deferred_indexes()").catch(() => {});
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Applies what is missing and returns its names. Leaves `_prisma_migrations` as `prisma migrate deploy` would.
 * The engine's lock timer keeps a process alive for 10 s more: a script that is done must call process.exit.
 */
export async function applyMigrations(connectionString: string): Promise<string[]> {
  await completeIndexes(connectionString);
  const result = await withEngine(connectionString, (engine) =>
    engine.applyMigrations({
      filters: NO_FILTERS,
      migrationsList: {
        baseDir: MIGRATIONS_PATH,
        lockfile: {
          path: "migration_lock.toml",
          content: readFileSync(join(MIGRATIONS_PATH, "migration_lock.toml"), "utf8"),
        },
        shadowDbInitScript: "",
        migrationDirectories: readMigrations().map(({ name, sql }) => ({
          path: name,
          migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
        })),
      },
    }),
  );
  return result.appliedMigrationNames;
}
