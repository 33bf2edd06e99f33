// `npm run bench [-- name flags…]`: all measurements of bench/, or one of them.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { bootstrap, ROOT } from "./lib/bootstrap.mjs";

await bootstrap();
const { prepareSources } = await import("./lib/prepare-sources.ts");
await prepareSources();

const known = readdirSync(join(ROOT, "bench"))
  .filter((name) => name.endsWith(".ts") && !["support.ts", "list-rows.ts", "take-list.ts"].includes(name))
  .map((name) => name.slice(0, -".ts".length));
const [first, ...others] = process.argv.slice(2);
const isNamed = known.includes(first);
let exitCode = 0;
for (const name of isNamed ? [first] : known) {
  process.stdout.write(`## ${name}\n\n`);
  const flags = isNamed ? others : process.argv.slice(2);
  const args = [
    "--max-semi-space-size=32",
    "--no-allocation-site-pretenuring",
    "--conditions=react-server",
    "--import",
    "tsx",
    join("bench", `${name}.ts`),
    ...flags,
  ];
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: "inherit" });
  exitCode = Math.max(exitCode, status ?? 1);
}
process.exit(exitCode);
