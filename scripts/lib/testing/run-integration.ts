import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { runVitest } from "./run-vitest";
import { addResults, type TestResult } from "./test-result";

const DEBIAN_SERVERS = "/usr/lib/postgresql";
const OLDEST_MAJOR = 15;

/** The oldest supported PostgreSQL that the machine has installed: the other end of what must work. */
function installedServer(): string | null {
  if (!existsSync(DEBIAN_SERVERS)) return null;
  const [oldest] = readdirSync(DEBIAN_SERVERS)
    .map(Number)
    .filter((major) => major >= OLDEST_MAJOR && existsSync(join(DEBIAN_SERVERS, String(major), "bin/initdb")))
    .sort((one, other) => one - other);
  return oldest === undefined ? null : join(DEBIAN_SERVERS, String(oldest), "bin");
}

/** Runs the integration suites on the PostgreSQL that npm brought and, where there is one, on the machine's own. */
export async function runIntegration(rest: readonly string[]): Promise<TestResult> {
  let result = await runVitest("integration", "vitest.integration.config.ts", rest);
  const binaries = installedServer();
  if (binaries !== null) {
    process.stderr.write(`\n=== integration, ${binaries}\n`);
    const again = await runVitest("integration", "vitest.integration.config.ts", rest, {
      TEST_POSTGRES_BINARIES: binaries,
    });
    result = addResults(result, again);
  }
  return result;
}
