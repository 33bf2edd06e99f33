// Applies the migrations that the database of DATABASE_URL, or the embedded one, still lacks.
import { describeOperatorError } from "./lib/describe-operator-error";
import { applyMigrations } from "./lib/schema-engine";
import { withDatabase } from "./lib/with-database";

try {
  const applied = await withDatabase(applyMigrations);
  process.stdout.write(applied.map((name) => `${name}\n`).join(""));
  process.exit(0);
} catch (error) {
  process.stderr.write(`${describeOperatorError(error) ?? String(error)}\n`);
  process.exit(1);
}
