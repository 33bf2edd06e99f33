import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runChild } from "../run-child";
import { readVitestReport } from "./read-vitest-report";
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
  const result = judge(readVitestReport(report), status);
  rmSync(folder, { recursive: true });
  return result;
}
