import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/[/\\]$/, "");

/** Folder of everything a run leaves behind: database, secrets, uploads. Made when absent. */
export function dataFolder(): string {
  const folder = resolve(ROOT, process.env.DUNGHEN_DATA_DIR ?? ".data");
  // Others may pass through (the database may run as another user) but not look around.
  if (mkdirSync(folder, { recursive: true }) !== undefined) chmodSync(folder, 0o711);
  return folder;
}

/** Name of a folder outside the checkout that belongs to this data folder, and to no later one at the same path. */
export function outsideName(folder: string): string {
  const file = join(folder, "outside-name");
  if (!existsSync(file)) writeFileSync(file, `dung-hen-${randomBytes(6).toString("hex")}`);
  return readFileSync(file, "utf8");
}

export function inDataFolder(name: string): string {
  return join(dataFolder(), name);
}
