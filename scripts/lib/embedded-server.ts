import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { OperatorError } from "./operator-error";
import { dataFolder, inDataFolder } from "./paths";
import { choosePlace } from "./postgres/choose-place";
import { createCluster } from "./postgres/create-cluster";
import { freePort } from "./postgres/free-port";
import { clearLeftovers, type RunningPostgres, startPostgres } from "./postgres/start-postgres";
import { writeSecret } from "./secret-file";

const CREDENTIALS = "database.json";
const DATABASE = "dung_hen";

type Credentials = {
  port: number;
  superuserPassword: string;
  password: string;
  /** True once the cluster has been created to the end. */
  complete: boolean;
};

export type EmbeddedServer = RunningPostgres & { readonly url: string };

function readCredentials(): Credentials | null {
  const file = inDataFolder(CREDENTIALS);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}

function newCredentials(): Credentials {
  const secret = () => randomBytes(24).toString("base64url");
  return { port: 0, superuserPassword: secret(), password: secret(), complete: false };
}

/** URL of the product's database on the embedded server, running or not; null before the first run. */
export function embeddedUrl(): string | null {
  const credentials = readCredentials();
  if (!credentials?.complete) return null;
  return `postgresql://${DATABASE}:${credentials.password}@127.0.0.1:${credentials.port}/${DATABASE}`;
}

/** The product is no superuser of its own database. */
async function createDatabase(superuserUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(`CREATE ROLE ${DATABASE} LOGIN CREATEDB PASSWORD ${client.escapeLiteral(password)}`);
    await client.query(`CREATE DATABASE ${DATABASE} OWNER ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/** Starts the server that npm brought, on the cluster of the data folder. The caller holds the run lock. */
export async function startEmbeddedServer(): Promise<EmbeddedServer> {
  const place = choosePlace(dataFolder());
  await clearLeftovers(place.cluster);
  const stored = readCredentials();
  if (stored === null && readdirSync(place.cluster).length > 0) {
    throw new OperatorError("databasePasswordLost", { folder: place.cluster, file: inDataFolder(CREDENTIALS) });
  }
  const credentials = stored ?? newCredentials();
  if (!credentials.complete) {
    writeSecret(CREDENTIALS, JSON.stringify(credentials));
    // A first run that was cut short leaves half a cluster, without any data.
    for (const entry of readdirSync(place.cluster)) rmSync(join(place.cluster, entry), { recursive: true });
  }
  createCluster(place, credentials.superuserPassword);
  const port =
    (credentials.port > 0 ? await freePort(credentials.port, "127.0.0.1") : null) ?? (await freePort(0, "127.0.0.1"));
  if (port === null) throw new OperatorError("databaseDidNotStart", { detail: "127.0.0.1" });
  credentials.port = port;
  writeSecret(CREDENTIALS, JSON.stringify(credentials));

  const superuserUrl = `postgresql://postgres:${credentials.superuserPassword}@127.0.0.1:${port}/postgres`;
  const server = await startPostgres(place, port, superuserUrl, inDataFolder("postgres.log"));
  if (!credentials.complete) {
    await createDatabase(superuserUrl, credentials.password);
    credentials.complete = true;
    writeSecret(CREDENTIALS, JSON.stringify(credentials));
  }
  const url = `postgresql://${DATABASE}:${credentials.password}@127.0.0.1:${port}/${DATABASE}`;
  return { ...server, url };
}
