import { readFileSync } from "node:fs";
import { z } from "zod";
import { NOTHING_RUN, type TestResult } from "./test-result";

type Suite = {
  readonly specs: readonly { readonly title: string; readonly file: string; readonly ok: boolean }[];
  readonly suites?: readonly Suite[] | undefined;
};

const SUITE: z.ZodType<Suite> = z.object({
  specs: z.array(z.object({ title: z.string(), file: z.string(), ok: z.boolean() })),
  suites: z.lazy(() => z.array(SUITE)).optional(),
});

const REPORT = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  suites: z.array(SUITE),
});

/** What Playwright's JSON report says; a test that passed at the second try has failed. Nothing run when there is none. */
export function readPlaywrightReport(file: string): TestResult {
  try {
    const { stats, suites } = REPORT.parse(JSON.parse(readFileSync(file, "utf8")));
    return {
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
      failures: suites.flatMap(failuresOf),
    };
  } catch {
    return NOTHING_RUN;
  }
}

function failuresOf({ specs, suites = [] }: Suite): string[] {
  const failed = specs.filter(({ ok }) => !ok).map(({ file, title }) => `${file}: ${title}`);
  return [...failed, ...suites.flatMap(failuresOf)];
}
