import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkDatabase } from "../../scripts/lib/check-database";
import { startEmbeddedServer } from "../../scripts/lib/embedded-server";
import { clusterPid } from "../../scripts/lib/postgres/start-postgres";
import { withDatabase } from "../../scripts/lib/with-database";
import { testDatabaseUrl, withClient } from "../support/database";

let folder = "";
const given = testDatabaseUrl();
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "embedded-"));
  // As a checkout is: others may pass through.
  rmSync(folder, { recursive: true });
  process.env.DUNGHEN_DATA_DIR = folder;
});
afterAll(() => {
  process.env.DATABASE_URL = given;
  rmSync(folder, { recursive: true });
});

const names = (url: string) =>
  withClient(url, async (client) => (await client.query("SELECT name FROM kept")).rows.map((row) => row.name));

describe("the embedded server", () => {
  it("keeps its rows, and is no superuser's playground", async () => {
    const server = await startEmbeddedServer();
    await withClient(server.url, async (client) => {
      await client.query("CREATE TABLE kept (name text); INSERT INTO kept VALUES ('Đập Đá')");
      const { rows } = await client.query("SELECT usesuper FROM pg_user WHERE usename = current_user");
      expect(rows).toEqual([{ usesuper: false }]);
    });
    await server.stop();
    for (const file of ["database.json", "postgres.log"]) expect(statSync(join(folder, file)).mode & 0o077).toBe(0);

    const again = await startEmbeddedServer();
    expect(await names(again.url)).toEqual(["Đập Đá"]);
    await again.stop();
  });

  it("moves to another port when its own is taken", async () => {
    const { port } = JSON.parse(readFileSync(join(folder, "database.json"), "utf8"));
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen(port, "127.0.0.1", resolve));
    const server = await startEmbeddedServer();
    expect(new URL(server.url).port).not.toBe(String(port));
    expect(await names(server.url)).toEqual(["Đập Đá"]);
    await server.stop();
    squatter.close();
  });

  it("comes back after SIGKILL, although its pid file names a living process", async () => {
    const server = await startEmbeddedServer();
    const cluster = join(folder, "postgres");
    process.kill(clusterPid(cluster) ?? 0, "SIGKILL");
    await server.died;
    const file = join(cluster, "postmaster.pid");
    writeFileSync(file, readFileSync(file, "utf8").replace(/^\d+/, String(process.pid)));
    const again = await startEmbeddedServer();
    expect(await names(again.url)).toEqual(["Đập Đá"]);
    await again.stop();
  });

  it("is started for a command and stopped after it", async () => {
    delete process.env.DATABASE_URL;
    expect(await withDatabase(names)).toEqual(["Đập Đá"]);
    expect(clusterPid(join(folder, "postgres"))).toBeNull();
  });

  it("is not wiped when its password is lost", async () => {
    rmSync(join(folder, "database.json"));
    await expect(startEmbeddedServer()).rejects.toMatchObject({ code: "databasePasswordLost" });
    expect(statSync(join(folder, "postgres/PG_VERSION")).isFile()).toBe(true);
  });
});

describe("a server of one's own", () => {
  it("is used when it answers", async () => {
    process.env.DATABASE_URL = given;
    expect(await withDatabase(async (url) => url)).toBe(given);
  });

  it("is said to be silent or unwilling", async () => {
    await expect(checkDatabase("postgresql://nobody@127.0.0.1:1/none")).rejects.toMatchObject({
      code: "databaseUnreachable",
      params: { database: "127.0.0.1:1/none" },
    });
    const wrong = new URL(given);
    wrong.password = "wrong";
    wrong.username = "nobody";
    await expect(checkDatabase(wrong.href)).rejects.toMatchObject({ code: "databaseRefused" });
  });
});
