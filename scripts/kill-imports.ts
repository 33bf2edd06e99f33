/**
 * Kills imports by the command line at random moments, and looks what stays; prints what was found. Exit code 1 when
 * anything stayed that should not, or the figures differ.
 *
 *     npm run kill-imports -- [--kills 200] [--seed 20201031] [--rows 6000]
 *
 * On a database of its own: of the server in BENCH_DATABASE_SERVER, or of a PostgreSQL started for it.
 */
import { parseArgs } from "node:util";
import { closeDatabase } from "@/server/db";
import { withScratchDatabase } from "../bench/support";
import { killImports } from "../tests/support/kill-imports";
import { ownUploads } from "../tests/support/offered-file";
import { applyMigrations } from "./lib/schema-engine";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "200" },
    seed: { type: "string", default: "20201031" },
    rows: { type: "string", default: "6000" },
  },
});
const wanted = { kills: Number(values.kills), seed: Number(values.seed), rows: Number(values.rows) };

// What other installations have left in the usual folder is none of these imports'.
ownUploads();
await withScratchDatabase(async (url) => {
  process.env.DATABASE_URL = url;
  await applyMigrations(url);
  const report = await killImports(wanted, (done) => {
    if (done % 10 === 0) process.stderr.write(`${done}/${wanted.kills}\n`);
  });
  await closeDatabase();
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  const isSound = report.leftovers === 0 && report.differences === 0 && report.isSameAsUndisturbed;
  process.exitCode = isSound ? 0 : 1;
});
