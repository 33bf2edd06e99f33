// Fails when prisma/schema.prisma and prisma/migrations describe different databases, and prints the difference.
import { createDatabase, dropDatabase } from "../tests/support/database";
import { applyMigrations, printDriftSql } from "./lib/schema-engine";
import { startTemporaryPostgres } from "./lib/temporary-postgres";

async function findDrift(): Promise<string> {
  const given = process.env.TEST_DATABASE_SERVER;
  const server = given ? { url: given, stop: async () => {} } : await startTemporaryPostgres();
  try {
    const scratch = await createDatabase(server.url);
    try {
      await applyMigrations(scratch);
      return await printDriftSql(scratch);
    } finally {
      await dropDatabase(scratch);
    }
  } finally {
    await server.stop();
  }
}

const drift = await findDrift();
if (drift !== "") {
  process.stderr.write(`schema.prisma and the migrations differ. A migration with this would join them:\n\n${drift}\n`);
}
process.exit(drift === "" ? 0 : 1);
