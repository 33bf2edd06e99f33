import { readFileSync } from "node:fs";
import { z } from "zod";
import { NOTHING_RUN, type TestResult } from "./test-result";

const REPORT = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
});

/** What vitest's JSON report says; nothing run when there is none. */
export function readVitestReport(file: string): TestResult {
  try {
    const { numPassedTests, numFailedTests, testResults } = REPORT.parse(JSON.parse(readFileSync(file, "utf8")));
    const failures = testResults.flatMap(({ name, status, assertionResults }) => {
      const failed = assertionResults.filter((test) => test.status === "failed");
      // A file that fails outside its tests has none to name.
      return status === "failed" && failed.length === 0 ? [name] : failed.map(({ fullName }) => `${name}: ${fullName}`);
    });
    return { passed: numPassedTests, failed: numFailedTests, failures };
  } catch {
    return NOTHING_RUN;
  }
}
