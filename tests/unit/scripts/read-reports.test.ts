import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { readPlaywrightReport } from "../../../scripts/lib/testing/read-playwright-report";
import { readVitestReport } from "../../../scripts/lib/testing/read-vitest-report";

const folder = mkdtempSync(join(tmpdir(), "reports-"));
afterAll(() => rmSync(folder, { recursive: true }));

function written(report: unknown): string {
  const file = join(folder, "report.json");
  writeFileSync(file, JSON.stringify(report));
  return file;
}

it("names vitest's failed tests, and a file that fails outside of them", () => {
  const testResults = [
    {
      name: "a.test.ts",
      status: "failed",
      assertionResults: [
        { status: "passed", fullName: "counts" },
        { status: "failed", fullName: "adds" },
      ],
    },
    { name: "b.test.ts", status: "failed", assertionResults: [] },
    { name: "c.test.ts", status: "passed", assertionResults: [{ status: "passed", fullName: "divides" }] },
  ];
  expect(readVitestReport(written({ numPassedTests: 2, numFailedTests: 1, testResults }))).toEqual({
    passed: 2,
    failed: 1,
    failures: ["a.test.ts: adds", "b.test.ts"],
  });
});

it("names Playwright's failed tests, however deep they stand", () => {
  const spec = (title: string, ok: boolean) => ({ title, file: "pages.spec.ts", ok });
  const suites = [{ specs: [spec("opens", true)], suites: [{ specs: [spec("closes", false)] }] }];
  expect(readPlaywrightReport(written({ stats: { expected: 1, unexpected: 1, flaky: 0 }, suites }))).toEqual({
    passed: 1,
    failed: 1,
    failures: ["pages.spec.ts: closes"],
  });
});

it("has nothing to say of a runner that left no report", () => {
  const nothing = { passed: 0, failed: 0, failures: [] };
  expect(readVitestReport(join(folder, "none.json"))).toEqual(nothing);
  expect(readPlaywrightReport(written({ stats: {} }))).toEqual(nothing);
});
