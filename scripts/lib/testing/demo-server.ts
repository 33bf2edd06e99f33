import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuild } from "../ensure-build";
import { loadInitialData } from "../initial-data";
import { OperatorError } from "../operator-error";
import { freePort } from "../postgres/free-port";
import { step } from "../progress";
import { applyMigrations } from "../schema-engine";
import { startTemporaryPostgres } from "../temporary-postgres";
import { startWebServer } from "../web-server";

export type DemoServer = { readonly address: string; readonly databaseUrl: string; stop(): Promise<void> };

/** The product as built, on a fresh database with freshly loaded demo data; nothing of it outlives `stop`. */
export async function startDemoServer(): Promise<DemoServer> {
  await step("next build", ensureBuild);
  const folder = mkdtempSync(join(tmpdir(), "dung-hen-demo-"));
  const database = await startTemporaryPostgres();
  const stopDatabase = async () => {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const port = await freePort(0);
    if (port === null) throw new OperatorError("portTaken", { port: 0 });
    const env = {
      DATABASE_URL: database.url,
      DUNGHEN_DATA_DIR: folder,
      NEXTAUTH_SECRET: randomBytes(32).toString("base64url"),
      NEXTAUTH_URL: `http://localhost:${port}`,
    };
    await applyMigrations(database.url);
    await step("demo data", () => loadInitialData("demo", env));
    const web = await step("next start", () => startWebServer({ port, env }));
    return {
      address: web.address,
      databaseUrl: database.url,
      stop: async () => {
        await web.stop();
        await stopDatabase();
      },
    };
  } catch (error) {
    await stopDatabase();
    throw error;
  }
}
