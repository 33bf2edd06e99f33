// The operator's command line: a thin door to the same queries and verbs as the pages.

import { CLI } from "@/lib/strings/cli";
import { describeError } from "@/lib/strings/errors";
import { closeDatabase } from "@/server/db";
import { AppError } from "@/server/errors";
import { COMMANDS } from "./commands";
import { UsageError } from "./commands/arguments";
import { EXIT_FINDINGS, EXIT_USAGE } from "./commands/exit-codes";

/** SQLSTATE: the database has never been migrated. */
const UNDEFINED_TABLE = "42P01";

async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  const command = name === undefined ? undefined : COMMANDS[name];
  if (!command) {
    process.stderr.write(`${CLI.usage(Object.values(COMMANDS).map((known) => known.usage))}\n`);
    return EXIT_USAGE;
  }
  try {
    return await command.run(rest);
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n${CLI.usage([command.usage])}\n`);
      return EXIT_USAGE;
    }
    if (error instanceof AppError) {
      process.stderr.write(`${describeError(error.code, error.params)}\n`);
      return EXIT_FINDINGS;
    }
    if (error instanceof Error && "code" in error && error.code === UNDEFINED_TABLE) {
      process.stderr.write(`${CLI.notPrepared}\n`);
      return EXIT_USAGE;
    }
    throw error;
  }
}

process.exitCode = await main(process.argv.slice(2));
await closeDatabase();
