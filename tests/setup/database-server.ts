import type { TestProject } from "vitest/node";
import { applyMigrations } from "../../scripts/lib/schema-engine";
import { startTemporaryPostgres } from "../../scripts/lib/temporary-postgres";
import { createDatabase, dropDatabase } from "../support/database";

declare module "vitest" {
  interface ProvidedContext {
    /** URL of a database on the test server from which others can be created. */
    databaseServer: string;
    /** Name of the migrated database that each test file gets a copy of. */
    databaseTemplate: string;
  }
}

/**
 * Uses the server of TEST_DATABASE_SERVER, or a PostgreSQL of its own that lives as long as the run:
 * the one under TEST_POSTGRES_BINARIES, or that of npm.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_SERVER;
  const server = given
    ? { url: given, stop: async () => {} }
    : await startTemporaryPostgres(process.env.TEST_POSTGRES_BINARIES);
  // Dying of a signal would skip what ends the server.
  for (const signal of ["SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(1));
  const template = await createDatabase(server.url);
  await applyMigrations(template);
  project.provide("databaseServer", server.url);
  project.provide("databaseTemplate", new URL(template).pathname.slice(1));
  return async () => {
    await dropDatabase(template);
    await server.stop();
  };
}
