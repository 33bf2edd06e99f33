// From a checkout with its packages to a running product, and back down again.
import { OPERATOR_ERRORS, RUNTIME } from "../src/lib/strings/runtime";
import { checkDatabase } from "./lib/check-database";
import { describeOperatorError } from "./lib/describe-operator-error";
import { startEmbeddedServer } from "./lib/embedded-server";
import { ensureBuild, isBuildFresh } from "./lib/ensure-build";
import { ensureClient, isClientFresh } from "./lib/ensure-client";
import { loadInitialData, missingData } from "./lib/initial-data";
import { OperatorError } from "./lib/operator-error";
import { dataFolder } from "./lib/paths";
import { choosePort } from "./lib/port";
import { printAccounts } from "./lib/print-accounts";
import { say, step } from "./lib/progress";
import { endChildren } from "./lib/run-child";
import { takeRunLock } from "./lib/run-lock";
import { applyMigrations } from "./lib/schema-engine";
import { loginSecret } from "./lib/secret-file";
import { startWebServer } from "./lib/web-server";

/** What was started, to be ended in reverse order. */
const endings: (() => Promise<void> | void)[] = [];
let stopping: Promise<void> | null = null;

function shutDown(exitCode: number): Promise<void> {
  stopping ??= (async () => {
    endChildren("SIGTERM");
    for (const end of endings.reverse()) await end();
    process.exit(exitCode);
  })();
  return stopping;
}

async function migrate(url: string): Promise<void> {
  try {
    await applyMigrations(url);
  } catch (error) {
    throw new OperatorError("migrationFailed", { detail: String(error) }, { cause: error });
  }
}

async function openDatabase(): Promise<string> {
  const given = process.env.DATABASE_URL;
  if (given) {
    await step(RUNTIME.stepOwnDatabase, () => checkDatabase(given));
    return given;
  }
  const server = await step(RUNTIME.stepDatabase, startEmbeddedServer);
  endings.push(() => server.stop());
  void server.died.then(() => {
    if (stopping) return;
    say(`✕ ${OPERATOR_ERRORS.databaseStopped?.({})}`);
    return shutDown(1);
  });
  return server.url;
}

async function start(development: boolean): Promise<void> {
  const lock = await takeRunLock("start");
  endings.push(lock.release);
  const port = await choosePort(process.env.PORT);
  if (!isClientFresh()) await step(RUNTIME.stepGenerate, ensureClient);

  const url = await openDatabase();
  const env = {
    DATABASE_URL: url,
    DUNGHEN_DATA_DIR: dataFolder(),
    NEXTAUTH_SECRET: loginSecret(),
    NEXTAUTH_URL: process.env.NEXTAUTH_URL ?? `http://localhost:${port}`,
  };
  await step(RUNTIME.stepMigrate, () => migrate(url));
  const missing = await missingData(url, process.env.DUNGHEN_DEMO !== "off");
  if (missing !== "none") {
    const name = missing === "demo" ? RUNTIME.stepDemo : RUNTIME.stepReference;
    await step(name, () => loadInitialData(missing, env));
  }
  if (!development && !isBuildFresh()) await step(RUNTIME.stepBuild, ensureBuild);

  const web = await step(RUNTIME.stepServe, () => startWebServer({ port, development, env }));
  lock.addChild(web.pid);
  endings.push(web.stop);
  void web.ended.then(() => {
    if (stopping) return;
    say(`✕ ${OPERATOR_ERRORS.serverFailed?.({ detail: "" })}`);
    return shutDown(1);
  });
  say(`\n${RUNTIME.ready(web.address)}`);
  await printAccounts(url);
  say(RUNTIME.stopHint);
}

/** npm passes a SIGTERM on to its shell alone, which dies without a word: then we are nobody's child any more. */
function stopWithNpm(): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) void shutDown(0);
  }, 500).unref();
}

/** Runs until it is told to stop (Ctrl-C, SIGTERM, a closed terminal), then ends all that it started. */
export async function runProduct({ development }: { development: boolean }): Promise<void> {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (!stopping) say(`\n${RUNTIME.stopping}`);
      void shutDown(0);
    });
  }
  // A terminal that is gone can no longer be written to.
  process.stderr.on("error", () => {});
  stopWithNpm();
  try {
    await start(development);
  } catch (error) {
    if (stopping) return;
    const sentence = describeOperatorError(error);
    say(sentence === null ? String(error instanceof Error ? error.stack : error) : `✕ ${sentence}`);
    await shutDown(1);
  }
}
