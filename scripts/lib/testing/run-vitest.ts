import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runChild } from "../run-child";
import { judge, type TestResult } from "./test-result";

/** Runs vitest under a configuration; `rest` goes to vitest as it is. */
export async function runVitest(
  name: string,
  config: string,
  rest: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<TestResult> {
  const folder = mkdtempSync(join(tmpdir(), "dung-hen-report-"));
  const report = join(folder, `${name}.json`);
  const { status } = await runChild(
    process.execPath,
    [
      "node_modules/vitest/vitest.mjs",
      "run",
      `--config=${config}`,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
      ...rest,
    ],
    { env: { NODE_ENV: "test", ...env } },
  );
  const result = judge(readReport(report), status);
  rmSync(folder, { recursive: true });
  return result;
}

function readReport(file: string): TestResult {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, "utf8"));
    return { passed: Number(numPassedTests), failed: Number(numFailedTests) };
  } catch {
    return { passed: 0, failed: 0 };
  }
}
