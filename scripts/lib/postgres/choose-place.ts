import { chmodSync, chownSync, existsSync, mkdirSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OperatorError } from "../operator-error";
import { outsideName } from "../paths";
import { findBinaries } from "./find-binaries";
import { canReach, chooseServerUser, type ServerUser } from "./server-user";

/** Where a cluster lives, who runs it and with which programs. */
export type Place = { readonly cluster: string; readonly binaries: string; readonly user: ServerUser };

/**
 * The cluster lies in the data folder. Where the user who must run it cannot get there (a checkout
 * under /root), it lies in a folder of its own that this user can reach.
 */
export function choosePlace(dataFolder: string): Place {
  const user = chooseServerUser(join(dataFolder, "postgres"));
  const inside = makeCluster(dataFolder, user);
  if (inside) return { cluster: inside, user, binaries: findBinaries(user, dataFolder) };
  for (const parent of outsideFolders(dataFolder)) {
    const cluster = makeCluster(parent, user);
    if (cluster) return { cluster, user, binaries: findBinaries(user, parent) };
  }
  throw new OperatorError("dataFolderForbidden", { folder: dataFolder });
}

function outsideFolders(dataFolder: string): string[] {
  return ["/var/lib", "/var/tmp", tmpdir()].map((parent) => join(parent, outsideName(dataFolder)));
}

/** Makes the folder for the cluster, or null when the user could not use it there. */
function makeCluster(parent: string, user: ServerUser): string | null {
  const cluster = join(parent, "postgres");
  if (existsSync(cluster)) return canReach(user, [cluster]) ? cluster : null;
  try {
    if (mkdirSync(parent, { recursive: true }) !== undefined) chmodSync(parent, 0o711);
    mkdirSync(cluster, { mode: 0o700 });
    if (user) chownSync(cluster, user.uid, user.gid);
    if (canReach(user, [cluster])) return cluster;
    rmdirSync(cluster);
  } catch {
    // Not here, then: the next place is tried.
  }
  return null;
}
