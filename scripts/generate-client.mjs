// Generates the Prisma client. The client needs no engine, but its CLI would download one:
// any executable in its place keeps the command offline (docs/decisions/0003).
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const anyExecutable = ["/bin/true", "/usr/bin/true", process.execPath].find((path) => existsSync(path));
const result = spawnSync("npx", ["--no-install", "prisma", "generate"], {
  stdio: ["ignore", "pipe", "pipe"],
  encoding: "utf8",
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: anyExecutable, PRISMA_HIDE_UPDATE_MESSAGE: "1" },
});
if (result.status !== 0) {
  process.stderr.write(`${result.stdout ?? ""}${result.stderr ?? ""}`);
  process.exit(result.status ?? 1);
}
