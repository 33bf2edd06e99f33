// Prisma's schema engine, as the WebAssembly that npm carries: diffs and applies migrations offline.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";

const SCHEMA_PATH = "prisma/schema.prisma";
const MIGRATIONS_PATH = "prisma/migrations";
const NO_FILTERS = { externalTables: [], externalEnums: [] };

type Target =
  | { tag: "empty" }
  | { tag: "schemaDatamodel"; files: { path: string; content: string }[] }
  | { tag: "url"; url: string };

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

async function openEngine(connectionString: string): Promise<SchemaEngine> {
  const require = createRequire(import.meta.url);
  const wasmPath = require.resolve("@prisma/schema-engine-wasm").replace(/schema_engine\.js$/, "schema_engine_bg.wasm");
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const { instance } = await WebAssembly.instantiate(readFileSync(wasmPath), { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString, max: 2 }));
  return bindings.SchemaEngine.new(
    { datamodels: [[SCHEMA_PATH, readFileSync(SCHEMA_PATH, "utf8")]] },
    () => {},
    adapter,
  );
}

/** SQL that turns an empty database into schema.prisma. */
export async function printSchemaSql(connectionString: string): Promise<string> {
  return diff(connectionString, { tag: "empty" });
}

/** SQL that turns the database, as migrated, into schema.prisma: empty when they agree. */
export async function printDriftSql(connectionString: string): Promise<string> {
  return diff(connectionString, { tag: "url", url: connectionString });
}

async function diff(connectionString: string, from: Target): Promise<string> {
  const engine = await openEngine(connectionString);
  const files = [{ path: SCHEMA_PATH, content: readFileSync(SCHEMA_PATH, "utf8") }];
  const result = await engine.diff({
    from,
    to: { tag: "schemaDatamodel", files },
    script: true,
    shadowDatabaseUrl: null,
    exitCode: null,
    filters: NO_FILTERS,
  });
  return result.stdout ?? "";
}

/** Applies what is missing and returns its names. Leaves `_prisma_migrations` as `prisma migrate deploy` would. */
export async function applyMigrations(connectionString: string): Promise<string[]> {
  const engine = await openEngine(connectionString);
  const result = await engine.applyMigrations({
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
  });
  return result.appliedMigrationNames;
}
