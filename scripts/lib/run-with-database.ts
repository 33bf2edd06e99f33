// Runs a program with DATABASE_URL set: `run-with-database.ts script arguments…`
import { describeOperatorError } from "./describe-operator-error";
import { dataFolder } from "./paths";
import { endChildren, runChild } from "./run-child";
import { withDatabase } from "./with-database";

// The terminal's Ctrl-C reaches the program too: it ends first, then the database.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => endChildren("SIGTERM"));

try {
  const args = ["--conditions=react-server", "--import", "tsx", ...process.argv.slice(2)];
  process.exitCode = await withDatabase(async (url) => {
    const env = { DATABASE_URL: url, DUNGHEN_DATA_DIR: dataFolder() };
    return (await runChild(process.execPath, args, { env, foreground: true })).status;
  });
} catch (error) {
  const sentence = describeOperatorError(error);
  if (sentence === null) throw error;
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
