// Fills an empty database: `load-data.ts reference|demo`. The database is that of DATABASE_URL.
import { rmSync, writeFileSync } from "node:fs";
import { RUNTIME } from "@/lib/strings/runtime";
import { closeDatabase, database } from "@/server/db";
import { type DemoProgress, loadDemo } from "../seeds/load-demo";
import { loadDemoAccounts } from "../seeds/load-demo-accounts";
import { loadReference } from "../seeds/load-reference";
import { DEMO_MARKER } from "./lib/initial-data";
import { inDataFolder } from "./lib/paths";
import { say } from "./lib/progress";

function report(progress: DemoProgress): void {
  if (progress.step === "imported") say(RUNTIME.fileImported(progress.fileName, progress.done, progress.of));
}

async function loadReferenceOnly(): Promise<void> {
  const client = await database().pool.connect();
  try {
    await loadReference(client);
  } finally {
    client.release();
  }
}

async function loadAll(): Promise<void> {
  writeFileSync(inDataFolder(DEMO_MARKER), "");
  await loadDemo({ folder: inDataFolder("demo"), onProgress: report });
  await loadDemoAccounts();
  await database().pool.query("ANALYZE");
  rmSync(inDataFolder(DEMO_MARKER), { force: true });
}

await (process.argv[2] === "demo" ? loadAll() : loadReferenceOnly());
await closeDatabase();
