import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OperatorError } from "./operator-error";
import { createCluster } from "./postgres/create-cluster";
import { findBinaries } from "./postgres/find-binaries";
import { freePort } from "./postgres/free-port";
import { chooseServerUser } from "./postgres/server-user";
import { startPostgres } from "./postgres/start-postgres";

export type TemporaryPostgres = { readonly url: string; stop(): Promise<void> };

/**
 * A server on an empty cluster that is deleted when it stops.
 * @param binaries folder of `initdb` and `postgres`; by default those that npm brought.
 */
export async function startTemporaryPostgres(binaries?: string): Promise<TemporaryPostgres> {
  const folder = mkdtempSync(join(tmpdir(), "dung-hen-test-"));
  chmodSync(folder, 0o711);
  const cluster = join(folder, "postgres");
  mkdirSync(cluster, { mode: 0o700 });
  const user = chooseServerUser(cluster);
  if (user) chownSync(cluster, user.uid, user.gid);
  const place = { cluster, user, binaries: binaries ?? findBinaries(user, folder) };
  const password = randomBytes(18).toString("base64url");
  createCluster(place, password);
  const port = await freePort(0, "127.0.0.1");
  if (port === null) throw new OperatorError("databaseDidNotStart", { detail: "127.0.0.1" });
  const url = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  process.once("exit", remove);
  const server = await startPostgres(place, port, url, join(folder, "log"));
  return {
    url,
    stop: async () => {
      await server.stop();
      process.off("exit", remove);
      remove();
    },
  };
}
