import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { queryRows } from "@/server/db";
import { verify } from "@/server/ledger/verify";
import { comparableState } from "./comparable-state";
import { leftOf } from "./offered-file";
import { randomRows } from "./random-dossiers";
import { importRows, type ListRow, makeProvince, type SmallProvince, writeList } from "./small-province";
import { storedRows } from "./stored-rows";

/** Whom the signal meets: the operator's command, the process that reads and writes, or both. */
const VICTIMS = ["command", "worker", "both"] as const;
const BEGIN = Date.parse("2020-12-31T00:00:00+07:00");
const MINUTE = 60_000;

export type KillReport = {
  readonly kills: number;
  /** Before the import began, while it was at work, and after it was written. */
  readonly early: number;
  readonly atWork: number;
  readonly late: number;
  readonly applied: number;
  /** Killed imports that left anything: rows, sessions, temporary tables, problems. */
  readonly leftovers: number;
  readonly differences: number;
  /** The last file, run again undisturbed, and all of it compared with the surviving files in order. */
  readonly isSameAsUndisturbed: boolean;
};

type Draw = { victim: (typeof VICTIMS)[number]; fromSpawn: boolean; at: number; rows: number; seed: number };

/**
 * Imports lists one after the other by the command line, each changing what the last one wrote, and kills each at a
 * random moment; looks after each kill what stayed.
 */
export async function killImports(
  { kills, seed, rows }: { readonly kills: number; readonly seed: number; readonly rows: number },
  onKill: (done: number) => void = () => {},
): Promise<KillReport> {
  const draw: fc.Arbitrary<Draw> = fc.record({
    victim: fc.constantFrom(...VICTIMS),
    // One in five at any moment since it was started, the others while it is at work.
    fromSpawn: fc.integer({ min: 1, max: 5 }).map((chance) => chance === 1),
    at: fc.double({ min: 0, max: 1.1, noNaN: true }),
    rows: fc.integer({ min: Math.ceil(rows / 2), max: rows }),
    seed: fc.nat(1_000_000),
  });
  const province = await makeProvince(`killed-${seed}`);
  const files: { rows: ListRow[]; asOf: string }[] = [];
  const fileOf = (one: Draw) => {
    const file = { rows: randomRows(one.rows, one.seed), asOf: new Date(BEGIN + files.length * MINUTE).toISOString() };
    files.push(file);
    return file;
  };
  const surviving: typeof files = [];
  const usual = await measureUsual(province, fileOf({ victim: "both", fromSpawn: true, at: 0, rows, seed }));
  surviving.push(...files);
  const count = { early: 0, atWork: 0, late: 0, applied: 1, leftovers: 0, differences: 0 };
  const draws = fc.sample(draw, { numRuns: kills, seed });
  for (const [done, one] of draws.entries()) {
    const file = fileOf(one);
    const before = await storedRows(province);
    const when = await killOne(province, file, one, usual);
    count[when] += 1;
    const batch = await lastBatch(province);
    // Killed before it was recorded: then the last one is an import before it.
    const own = batch?.asOf === file.asOf ? batch : null;
    const isApplied = own?.state === "applied";
    if (isApplied) {
      count.applied += 1;
      surviving.push(file);
    } else if (!isDeepStrictEqual(await storedRows(province), before) || (own && (await hasLeft(province, own.id)))) {
      count.leftovers += 1;
    }
    count.differences += await differencesOf(province, done);
    onKill(done + 1);
  }
  const last = files.at(-1);
  if (last) {
    await importRows(province, last.rows, last);
    surviving.push(last);
  }
  const straight = await makeProvince(`straight-${seed}`);
  for (const file of surviving) await importRows(straight, file.rows, file);
  const [killed, undisturbed] = [province, straight].map((of) => comparableState(of, { withBatches: false }));
  count.differences += await differencesOf(province, kills);
  return { kills, ...count, isSameAsUndisturbed: isDeepStrictEqual(await killed, await undisturbed) };
}

async function differencesOf(province: SmallProvince, seed: number): Promise<number> {
  const { differences } = await verify(province.viewer("P", "province_office"), { seed, samples: 5 });
  return differences.length;
}

type Usual = { readonly startMs: number; readonly workMs: number };

async function start(province: SmallProvince, { rows, asOf }: { rows: readonly ListRow[]; asOf: string }) {
  const [found] = await queryRows<{ key: string }>("SELECT key FROM province WHERE id = $1", [province.id]);
  const words = ["import", await writeList(rows), "--source", "iGate", "--as-of", toLocal(asOf), "--json"];
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "--conditions=react-server", "scripts/dunghen.ts", ...words, "--province", found?.key ?? ""],
    { stdio: "ignore", detached: true },
  );
  return { child, exited: once(child, "exit") };
}

/** The command reads a moment in the province's zone. */
function toLocal(asOf: string): string {
  return new Date(Date.parse(asOf) + 7 * 60 * MINUTE).toISOString().slice(0, 19);
}

/** Resolves when the file's import has got its turn. */
async function begun(province: SmallProvince, asOf: string, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const batch = await lastBatch(province);
    if (batch?.asOf === asOf && batch.hasBegun) return;
    await sleep(10);
  }
}

async function measureUsual(province: SmallProvince, file: { rows: ListRow[]; asOf: string }): Promise<Usual> {
  const begin = performance.now();
  const { exited } = await start(province, file);
  let isOver = false;
  const over = exited.then(() => {
    isOver = true;
  });
  await begun(province, file.asOf, () => isOver);
  const startMs = performance.now() - begin;
  while ((await lastBatch(province))?.state !== "applied") await sleep(10);
  const workMs = performance.now() - begin - startMs;
  await over;
  return { startMs, workMs };
}

async function killOne(
  province: SmallProvince,
  file: { rows: ListRow[]; asOf: string },
  { victim, fromSpawn, at }: Draw,
  { startMs, workMs }: Usual,
): Promise<"early" | "atWork" | "late"> {
  const { child, exited } = await start(province, file);
  let isOver = false;
  const over = exited.then(() => {
    isOver = true;
  });
  if (!fromSpawn) await begun(province, file.asOf, () => isOver);
  await Promise.race([over, sleep(at * (fromSpawn ? startMs + workMs : workMs))]);
  const pid = child.pid ?? 0;
  const worker = await workerOf(pid);
  const atKill = await lastBatch(province);
  if (victim !== "worker" || worker === null) kill(victim === "command" ? pid : -pid);
  if (victim === "worker" && worker !== null) kill(worker);
  await over;
  if (worker !== null) await untilEnded(worker);
  await untilNoSession(province);
  if (atKill?.asOf !== file.asOf || !atKill.hasBegun) return "early";
  return atKill.state === "applied" ? "late" : "atWork";
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

/** A worker whose command was killed ends by itself, when it has begun to listen. */
async function untilEnded(pid: number): Promise<void> {
  try {
    for (;;) {
      process.kill(pid, 0);
      await sleep(50);
    }
  } catch {
    // There is no such process any more.
  }
}

/** Linux tells a process's children; elsewhere the whole group is killed. */
export async function workerOf(pid: number): Promise<number | null> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8").catch(() => "");
  const first = Number(children.trim().split(" ")[0]);
  return first > 0 ? first : null;
}

async function untilNoSession(province: SmallProvince): Promise<void> {
  for (;;) {
    const found = await queryRows(
      "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE $1",
      [`dung-hen import ${province.id}-%`],
    );
    if (found.length === 0) return;
    await sleep(50);
  }
}

type LastBatch = { id: number; asOf: string; state: string; hasBegun: boolean };

async function lastBatch(province: SmallProvince): Promise<LastBatch | undefined> {
  const [row] = await queryRows<Omit<LastBatch, "asOf"> & { asOf: Date }>(
    `SELECT id, as_of AS "asOf", state::text, began_at IS NOT NULL AS "hasBegun"
       FROM import_batch WHERE province_id = $1 ORDER BY id DESC LIMIT 1`,
    [province.id],
  );
  return row && { ...row, asOf: row.asOf.toISOString() };
}

async function hasLeft(province: SmallProvince, batchId: number): Promise<boolean> {
  return (await leftOf(province.viewer("P", "province_office"), batchId)).length > 0;
}
