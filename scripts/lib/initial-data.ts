import { existsSync } from "node:fs";
import pg from "pg";
import { OperatorError } from "./operator-error";
import { inDataFolder } from "./paths";
import { runChild } from "./run-child";

export type InitialData = "none" | "reference" | "demo";

/** Lies in the data folder while demo data is being loaded. */
export const DEMO_MARKER = "demo-loading";

/**
 * What still has to be loaded. Demo accounts come last in a load, so demo rows without them, or the marker,
 * are the remains of one that was cut short; a database that holds anything else is left alone.
 */
export async function missingData(url: string, demoWanted: boolean): Promise<InitialData> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT EXISTS (SELECT FROM province) AS reference, EXISTS (SELECT FROM source WHERE is_demo) AS begun,
              EXISTS (SELECT FROM user_account WHERE is_demo) AS finished, EXISTS (SELECT FROM user_account) AS used`,
    );
    const { reference, begun, finished, used } = rows[0];
    const cutShort = begun || existsSync(inDataFolder(DEMO_MARKER));
    if (demoWanted && !finished && (cutShort || !reference)) return "demo";
    return reference || used ? "none" : "reference";
  } finally {
    await client.end();
  }
}

/** Loads reference data, and demo data on top of it, in a process of its own. Can be repeated. */
export async function loadInitialData(
  kind: "reference" | "demo",
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const args = [
    "--max-semi-space-size=32",
    "--conditions=react-server",
    "--import",
    "tsx",
    "scripts/load-data.ts",
    kind,
  ];
  const { status } = await runChild(process.execPath, args, { env });
  if (status !== 0) throw new OperatorError("demoFailed");
}
