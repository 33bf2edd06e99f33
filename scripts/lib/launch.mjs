// Starts a command that needs the database, and gets out of its way.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { join, resolve } from "node:path";
import { bootstrap, ROOT } from "./bootstrap.mjs";

/** URL of the embedded server while it runs: known without loading any TypeScript. */
async function runningDatabase(dataFolder) {
  const file = join(dataFolder, "database.json");
  if (!existsSync(join(dataFolder, "run.lock")) || !existsSync(file)) return null;
  const { port, password, complete } = JSON.parse(readFileSync(file, "utf8"));
  if (!complete) return null;
  const isOpen = await new Promise((answer) => {
    const socket = connect({ port, host: "127.0.0.1", timeout: 1000 });
    for (const event of ["error", "timeout"]) socket.once(event, () => answer(socket.destroy() === null));
    socket.once("connect", () => {
      socket.destroy();
      answer(true);
    });
  });
  return isOpen ? `postgresql://dung_hen:${password}@127.0.0.1:${port}/dung_hen` : null;
}

/** Runs a script of the project with DATABASE_URL set, and ends as it ends. */
export async function launch(script, argv) {
  await bootstrap();
  const dataFolder = resolve(ROOT, process.env.DUNGHEN_DATA_DIR ?? ".data");
  const url = process.env.DATABASE_URL ? null : await runningDatabase(dataFolder);
  const through = url === null ? ["scripts/lib/run-with-database.ts"] : [];
  const child = spawn(
    process.execPath,
    ["--max-semi-space-size=32", "--conditions=react-server", "--import", "tsx", ...through, script, ...argv],
    {
      cwd: ROOT,
      stdio: "inherit",
      env: { ...process.env, DUNGHEN_DATA_DIR: dataFolder, ...(url === null ? {} : { DATABASE_URL: url }) },
    },
  );
  // The terminal's Ctrl-C reaches the child by itself; what is sent to us alone is passed on.
  process.on("SIGINT", () => {});
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.once("exit", (code) => process.exit(code ?? 1));
}
