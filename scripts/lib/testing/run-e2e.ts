import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runChild } from "../run-child";
import { startDemoServer } from "./demo-server";
import { findChromium } from "./find-chromium";
import { readPlaywrightReport } from "./read-playwright-report";
import { judge, type TestResult } from "./test-result";

/** Runs Playwright against a demo server of its own, or against the one of E2E_BASE_URL. */
export async function runE2e(rest: readonly string[]): Promise<TestResult> {
  const browser = await findChromium();
  const given = process.env.E2E_BASE_URL;
  const server = given ? { address: given, databaseUrl: "", stop: async () => {} } : await startDemoServer();
  const folder = mkdtempSync(join(tmpdir(), "dung-hen-report-"));
  const report = join(folder, "e2e.json");
  // A spec that is named runs by itself, without those that usually come before it.
  const chosen = rest.length > 0 ? ["--no-deps", ...rest] : [];
  try {
    const { status } = await runChild(
      process.execPath,
      ["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json", ...chosen],
      {
        env: {
          E2E_BASE_URL: server.address,
          ...(server.databaseUrl ? { E2E_DATABASE_URL: server.databaseUrl } : {}),
          CHROMIUM_PATH: browser,
          PLAYWRIGHT_JSON_OUTPUT_NAME: report,
        },
      },
    );
    return judge(readPlaywrightReport(report), status);
  } finally {
    rmSync(folder, { recursive: true });
    await server.stop();
  }
}
