import { describeOperatorError } from "./lib/describe-operator-error";
import { prepareSources } from "./lib/prepare-sources";
import { endChildren } from "./lib/run-child";
import { runE2e } from "./lib/testing/run-e2e";
import { runIntegration } from "./lib/testing/run-integration";
import { runVitest } from "./lib/testing/run-vitest";
import { addResults, NOTHING_RUN, type TestResult } from "./lib/testing/test-result";

/** The parts of `npm test`, in the order in which they run. */
const PARTS = {
  unit: (rest: readonly string[]) => runVitest("unit", "vitest.config.ts", rest),
  integration: runIntegration,
  e2e: runE2e,
} as const;
type PartName = keyof typeof PARTS;

function isPart(word: string | undefined): word is PartName {
  return word !== undefined && word in PARTS;
}

async function runPart(name: PartName, rest: readonly string[]): Promise<TestResult> {
  process.stderr.write(`\n=== ${name}\n`);
  try {
    return await PARTS[name](rest);
  } catch (error) {
    const sentence = describeOperatorError(error);
    process.stderr.write(`${name}: ${sentence ?? (error instanceof Error ? error.stack : String(error))}\n`);
    return { ...NOTHING_RUN, failed: 1, failures: [name] };
  }
}

/** Runs all parts, or the one that is named first; what follows goes to its runner. Returns the exit code. */
export async function runTests(argv: readonly string[]): Promise<number> {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      endChildren("SIGTERM");
      process.exit(1);
    });
  }
  const [first, ...others] = argv;
  const names: PartName[] = isPart(first) ? [first] : ["unit", "integration", "e2e"];
  const rest = isPart(first) ? others : argv;
  await prepareSources();
  let sum = NOTHING_RUN;
  for (const name of names) sum = addResults(sum, await runPart(name, rest));
  for (const failure of sum.failures) process.stdout.write(`failed: ${failure}\n`);
  process.stdout.write(`\n${sum.passed} passed, ${sum.failed} failed\n`);
  return sum.failed === 0 && sum.passed > 0 ? 0 : 1;
}
