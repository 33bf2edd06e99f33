// What must work before anything is installed: plain JavaScript, no dependency, no TypeScript.
// For that reason its few sentences stand here and not in src/lib/strings.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/[/\\]$/, "");
const OLDEST_NODE = [20, 19];
const LOCK_FILE = join(ROOT, "package-lock.json");
const INSTALLED = join(ROOT, "node_modules/.package-lock.json");
const STAMP = join(ROOT, "node_modules/.dung-hen-installed");

function fail(sentence) {
  process.stderr.write(`✕ ${sentence}\n`);
  process.exit(1);
}

export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  fail(`Cần Node.js ${OLDEST_NODE.join(".")} trở lên; máy này có ${process.versions.node}. Tải tại https://nodejs.org`);
}

/** What an installation depends on: the locked packages, the machine, and the ABI of its Node. */
function fingerprint() {
  const hash = createHash("sha256").update(readFileSync(LOCK_FILE));
  return hash.update(`${process.platform} ${process.arch} ${process.versions.modules}`).digest("hex");
}

function isInstalled(wanted) {
  if (!existsSync(INSTALLED)) return false;
  if (existsSync(STAMP)) return readFileSync(STAMP, "utf8") === wanted;
  // Somebody ran npm himself: good enough when that was after the last change of the lock file.
  return statSync(INSTALLED).mtimeMs >= statSync(LOCK_FILE).mtimeMs;
}

function npm(...command) {
  const path = process.env.npm_execpath;
  const options = [...command, "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const [program, args] = path?.endsWith(".js") ? [process.execPath, [path, ...options]] : ["npm", options];
  const result = spawnSync(program, args, {
    cwd: ROOT,
    stdio: ["ignore", process.stderr, process.stderr],
    shell: process.platform === "win32" && program === "npm",
  });
  return result.status === 0;
}

/** Installs the locked packages when they are missing or others. */
export function requirePackages() {
  const wanted = fingerprint();
  if (!isInstalled(wanted)) {
    process.stderr.write("… Cài đặt thư viện (lần đầu mất một đến vài phút)\n");
    const begin = performance.now();
    // "ci" is the sure way; "install" forgives a lock file that another edition of npm finds incomplete.
    const isDone = npm("ci") || npm("install", "--no-save");
    if (!isDone) {
      fail(
        "Không cài đặt được thư viện bằng npm (xem thông báo ở trên). " +
          "Hãy kiểm tra kết nối tới máy chủ npm và quyền ghi vào thư mục này, rồi chạy lại.",
      );
    }
    const seconds = ((performance.now() - begin) / 1000).toFixed(1).replace(".", ",");
    process.stderr.write(`✓ Cài đặt thư viện (${seconds} giây)\n`);
  }
  if (!existsSync(STAMP) || readFileSync(STAMP, "utf8") !== wanted) writeFileSync(STAMP, wanted);
}

/** Checks Node, installs, reads `.env`, and lets TypeScript be imported from here on. */
export async function bootstrap() {
  requireNode();
  requirePackages();
  const envFile = join(ROOT, ".env");
  if (existsSync(envFile)) process.loadEnvFile(envFile);
  const { register } = await import("tsx/esm/api");
  register({ tsconfig: join(ROOT, "tsconfig.json") });
}
