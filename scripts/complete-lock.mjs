// Adds to package-lock.json the optional packages of other platforms that npm left out because the registry
// it asked does not carry them. Without their entries `npm ci` refuses the lock file. Run after `npm install`.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FILE = fileURLToPath(new URL("../package-lock.json", import.meta.url));
const SYSTEMS = ["android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "sunos", "win32"];
const PROCESSORS = ["arm64", "arm", "x64", "ia32", "riscv64", "ppc64", "s390x", "loong64", "wasm32"];

/** Platform fields of a package, read off its name: "swc-linux-x64-musl". */
function platformOf(name) {
  const words = name.split(/[-/]/);
  const os = SYSTEMS.filter((system) => words.includes(system));
  const cpu = PROCESSORS.filter((processor) => words.includes(processor));
  const libc = words.includes("musl") ? ["musl"] : words.includes("gnu") ? ["glibc"] : [];
  if (os.length + cpu.length === 0) return null;
  return { ...(cpu.length && { cpu }), optional: true, ...(os.length && { os }), ...(libc.length && { libc }) };
}

const lock = JSON.parse(readFileSync(FILE, "utf8"));
const isDev = (entry) => (entry.dev ? { dev: true } : {});
let added = 0;
for (const entry of Object.values({ ...lock.packages })) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const path = `node_modules/${name}`;
    if (path in lock.packages || !/^\d/.test(version)) continue;
    const platform = platformOf(name);
    if (platform === null) continue;
    lock.packages[path] = { version, ...isDev(entry), ...platform };
    added += 1;
  }
}
const [root, ...rest] = Object.entries(lock.packages);
lock.packages = Object.fromEntries([root, ...rest.sort(([one], [other]) => (one < other ? -1 : 1))]);
if (added > 0) writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${added} added\n`);
