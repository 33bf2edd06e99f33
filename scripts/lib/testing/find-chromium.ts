import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { OperatorError } from "../operator-error";
import { runChild } from "../run-child";

const USUAL_PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

function works(path: string): boolean {
  return existsSync(path) && spawnSync(path, ["--version"], { timeout: 30_000 }).status === 0;
}

async function ownOfPlaywright(): Promise<string> {
  const { chromium } = await import("@playwright/test");
  return chromium.executablePath();
}

/** Commands that may bring a browser, in the order in which they are tried. */
function installers(): string[][] {
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const list = [[process.execPath, "node_modules/@playwright/test/cli.js", "install", "chromium"]];
  if (existsSync("/usr/bin/apt-get") && (asRoot.length === 0 || existsSync("/usr/bin/sudo"))) {
    list.push([...asRoot, "apt-get", "update", "-qq"], [...asRoot, "apt-get", "install", "-y", "-qq", "chromium"]);
  }
  return list;
}

/** Path of a Chromium that runs: found, or installed. Throws `browserMissing`. */
export async function findChromium(): Promise<string> {
  const given = process.env.CHROMIUM_PATH;
  const places = [...(given ? [given] : []), ...USUAL_PLACES, await ownOfPlaywright()];
  const find = () => places.find(works);
  const found = find();
  if (found) return found;
  for (const [command = "", ...args] of installers()) {
    process.stderr.write(`… ${[command, ...args].join(" ")}\n`);
    await runChild(command, args, {
      quiet: true,
      env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "15000", DEBIAN_FRONTEND: "noninteractive" },
    });
    const installed = find();
    if (installed) return installed;
  }
  throw new OperatorError("browserMissing");
}
