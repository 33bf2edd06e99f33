/**
 * Compares the engine with loops over days and minutes that know no sums, on random cases; prints the differences.
 * Exit code 1 when there are any.
 *
 *     npm run compare-engine -- [--cases 1000000] [--seed 20201031]
 */
import { parseArgs } from "node:util";
import { compareWithLoops } from "../tests/unit/lib/sla/support/compare-with-loops";

const MAX_SHOWN = 20;

const { values } = parseArgs({
  options: { cases: { type: "string", default: "1000000" }, seed: { type: "string", default: "20201031" } },
});
const cases = Number(values.cases);
const differences = compareWithLoops(cases, Number(values.seed));
for (const { question, engine, loop } of differences.slice(0, MAX_SHOWN)) {
  process.stdout.write(`${question}: engine ${engine}, loop ${loop}\n`);
}
process.stdout.write(`${cases} cases compared, ${differences.length} differences.\n`);
process.exitCode = differences.length === 0 ? 0 : 1;
