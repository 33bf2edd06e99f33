// Pages of five roles, mixed, over twenty connections, from the server as `npm start` runs it, beside the same pages of
// constant data. `--dossiers 200000` (the demo alone), 1000000, 10000000; the database is kept for the next run.
import { randomBytes } from "node:crypto";
import { Agent } from "node:http";
import { join } from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import { DEMO_PASSWORD } from "../seeds/demo-accounts";
import { startEmbeddedServer } from "../scripts/lib/embedded-server";
import { ensureBuild } from "../scripts/lib/ensure-build";
import { OperatorError } from "../scripts/lib/operator-error";
import { ROOT } from "../scripts/lib/paths";
import { freePort } from "../scripts/lib/postgres/free-port";
import { startWebServer, type WebServer } from "../scripts/lib/web-server";
import { bigDatabase } from "./pages/big-database";
import { ask, type Load, percentile, runLoad, type Visit } from "./pages/load";
import { signInOver } from "./pages/sign-in";
import { listAccounts } from "./pages/visits";
import { printRows, timed } from "./support";

const MEMORY = join(ROOT, "bench/pages/answer-from-memory.mjs");
const ALONE_REPEATS = 5;

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** A server that outlives the run: the one of BENCH_DATABASE_SERVER, or an embedded one under .data/bench. */
async function openServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env.BENCH_DATABASE_SERVER;
  if (given) return { url: given, stop: async () => {} };
  process.env.DUNGHEN_DATA_DIR ??= join(ROOT, ".data/bench");
  return startEmbeddedServer();
}

async function startWeb(env: Readonly<Record<string, string>>): Promise<WebServer> {
  const port = await freePort(0);
  if (port === null) throw new OperatorError("portTaken", { port: 0 });
  return startWebServer({ port, env: { ...env, NEXTAUTH_URL: `http://localhost:${port}` }, quiet: true });
}

async function signInAll(address: string, client: pg.Client): Promise<Visit[]> {
  const visits: Visit[] = [];
  for (const { username, paths } of await listAccounts(client)) {
    const cookie = await signInOver(address, username, DEMO_PASSWORD);
    visits.push(...paths.map(([kind, path]) => ({ kind, path, cookie })));
  }
  return visits;
}

async function visitOnce(address: string, visits: readonly Visit[]): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  for (const visit of visits) {
    const { status } = await ask(agent, address, visit);
    if (status !== 200) throw new Error(`${visit.path}: ${status}`);
  }
  agent.destroy();
}

/** Milliseconds that the database has been at work so far; idle connections are ended, as they tell only then. */
async function timeAtWork(client: pg.Client): Promise<number> {
  await client.query(
    `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
  );
  await client.query("SELECT pg_stat_clear_snapshot()");
  const { rows } = await client.query<{ active: number }>(
    "SELECT active_time AS active FROM pg_stat_database WHERE datname = current_database()",
  );
  return Number(rows[0]?.active);
}

type Alone = { readonly milliseconds: number; readonly inDatabase: number; readonly kilobytes: number };

/** Each kind of page one after the other on an idle server: how long it takes, and how long of that the database works. */
async function measureAlone(address: string, client: pg.Client, visits: readonly Visit[]): Promise<Map<string, Alone>> {
  const kinds = new Map<string, Alone>();
  for (const kind of new Set(visits.map((visit) => visit.kind))) {
    const own = visits.filter((visit) => visit.kind === kind);
    const agent = new Agent({ keepAlive: true });
    const before = await timeAtWork(client);
    const times: number[] = [];
    const sizes: number[] = [];
    for (let run = 0; run < ALONE_REPEATS; run += 1) {
      for (const visit of own) {
        const answer = await ask(agent, address, visit);
        times.push(answer.milliseconds);
        sizes.push(answer.bytes);
      }
    }
    const inDatabase = ((await timeAtWork(client)) - before) / times.length;
    kinds.set(kind, { milliseconds: percentile(times, 0.5), inDatabase, kilobytes: Math.max(...sizes) / 1000 });
    agent.destroy();
  }
  return kinds;
}

function summary(what: string, { answers, seconds }: Load): string[] {
  const times = answers.map(({ milliseconds }) => milliseconds);
  const figures = [percentile(times, 0.5), percentile(times, 0.95), Math.max(...times)];
  return [what, (answers.length / seconds).toFixed(1), ...figures.map((value) => value.toFixed(0))];
}

function timesOf(load: Load, kind: string): string[] {
  const times = load.answers.filter((answer) => answer.kind === kind).map(({ milliseconds }) => milliseconds);
  return [percentile(times, 0.5).toFixed(0), percentile(times, 0.95).toFixed(0)];
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      dossiers: { type: "string", default: "1000000" },
      seconds: { type: "string", default: "30" },
      connections: { type: "string", default: "20" },
      "prepare-only": { type: "boolean", default: false },
    },
  });
  const options = { connections: Number(values.connections), seconds: Number(values.seconds) };
  const warmUp = { ...options, seconds: Math.min(10, options.seconds) };
  await ensureBuild();
  const server = await openServer();
  const servers: WebServer[] = [];
  try {
    let url = "";
    const preparing = await timed(async () => {
      url = await bigDatabase(server.url, Number(values.dossiers), say);
    });
    say(`database ready after ${preparing.toFixed(0)} s`);
    if (values["prepare-only"]) return;
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const env = { DATABASE_URL: url, NEXTAUTH_SECRET: randomBytes(32).toString("base64url") };
    const web = await startWeb(env);
    servers.push(web);
    const visits = await signInAll(web.address, client);
    await visitOnce(web.address, visits);
    const alone = await measureAlone(web.address, client, visits);
    // Every process keeps its own answers: the first asks, told apart above, end here.
    await runLoad(web.address, visits, warmUp);
    const atWork = await timeAtWork(client);
    const load = await runLoad(web.address, visits, options);
    const inDatabase = ((await timeAtWork(client)) - atWork) / load.answers.length;
    await web.stop();

    const constant = await startWeb({ ...env, NODE_OPTIONS: `--import ${MEMORY}` });
    servers.push(constant);
    await visitOnce(constant.address, visits);
    await runLoad(constant.address, visits, warmUp);
    const memory = await runLoad(constant.address, visits, options);

    const { rows } = await client.query<{ count: string }>("SELECT count(*) AS count FROM dossier");
    await client.end();
    process.stdout.write(`${rows[0]?.count} dossiers, ${options.connections} connections, ${options.seconds} s\n\n`);
    printRows(
      ["pages", "pages/s", "p50 ms", "p95 ms", "longest ms"],
      [summary("live data", load), summary("constant data", memory)],
    );
    process.stdout.write(`database time per page under load: ${inDatabase.toFixed(1)} ms\n\n`);
    printRows(
      [
        "page",
        "alone, ms",
        "database, first asks in it, ms",
        "kB sent",
        "p50 ms",
        "p95 ms",
        "constant p50",
        "constant p95",
      ],
      [...alone].map(([kind, page]) => [
        kind,
        page.milliseconds.toFixed(0),
        page.inDatabase.toFixed(1),
        page.kilobytes.toFixed(0),
        ...timesOf(load, kind),
        ...timesOf(memory, kind),
      ]),
    );
  } finally {
    for (const web of servers) await web.stop();
    await server.stop();
  }
}

await main();
