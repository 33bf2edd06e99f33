import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/viewer";
import { connectionConfig, queryRows } from "@/server/db";
import { openBatch } from "@/server/imports/batch-rows";
import { hashFile } from "@/server/imports/hash-file";
import { importInWorker } from "@/server/imports/import-in-worker";
import { runWorker } from "@/server/imports/run-worker";
import { verify } from "@/server/ledger/verify";
import { cancelImport } from "@/server/mutations/cancel-import";
import { confirmImport } from "@/server/mutations/confirm-import";
import { previewImport } from "@/server/mutations/preview-import";
import { undoImport } from "@/server/mutations/undo-import";
import { getImport } from "@/server/queries/get-import";
import { listImports } from "@/server/queries/list-imports";
import { hungryWorkbook } from "../support/hungry-workbook";
import { workerOf } from "../support/kill-imports";
import { leftOf, offer, ownUploads, untilShown } from "../support/offered-file";
import { randomRows } from "../support/random-dossiers";
import { importRows, makeProvince, type SmallProvince, writeList } from "../support/small-province";
import { storedRows } from "../support/stored-rows";

ownUploads();

const LONG_MS = 120_000;
const AS_OF = new Date("2020-12-31T23:59:59+07:00");

let province: SmallProvince;
let office: Viewer;
let other: pg.Client;
let made = 0;

beforeEach(async () => {
  made += 1;
  province = await makeProvince(`running-${made}`);
  office = province.viewer("P", "province_office");
  other = new pg.Client(connectionConfig());
  await other.connect();
});

afterEach(async () => {
  await other.end();
});

/** Keeps imports from writing their first row until `release`. */
async function hold(): Promise<() => Promise<void>> {
  await other.query("BEGIN");
  await other.query("LOCK TABLE dossier IN SHARE MODE");
  return async () => {
    await other.query("ROLLBACK");
  };
}

async function expectNothingOf(batchId: number, before: string[]): Promise<void> {
  expect(await getImport(office, batchId)).toMatchObject({ state: "cancelled" });
  expect(await storedRows(province)).toEqual(before);
  for (let tries = 0; tries < 100 && (await leftOf(office, batchId)).length > 0; tries += 1) await sleep(50);
  expect(await leftOf(office, batchId)).toEqual([]);
}

async function previewed(rows: ReturnType<typeof randomRows>): Promise<number> {
  const batchId = await offer(office, rows);
  await previewImport(office, { batchId });
  await untilShown(office, batchId, ["previewed"]);
  return batchId;
}

/** A batch's session is at the table that `hold` has locked. */
async function untilWriting(batchId: number): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    const found = await queryRows(
      "SELECT 1 FROM pg_stat_activity WHERE application_name = $1 AND wait_event_type = 'Lock'",
      [`dung-hen import ${province.id}-${batchId}`],
    );
    if (found.length > 0) return;
    await sleep(50);
  }
  throw new Error("It never came to the table");
}

test("cancelled while it is previewed: nothing of it stays, and the next can begin", async () => {
  await importRows(province, randomRows(50, 1));
  const before = await storedRows(province);
  const batchId = await offer(office, randomRows(500, 2));
  const release = await hold();
  await previewImport(office, { batchId });
  await untilWriting(batchId);
  expect(await getImport(office, batchId)).toMatchObject({ state: "previewing", waitsFor: null });
  await cancelImport(office, { batchId });
  await expectNothingOf(batchId, before);
  await release();
  await previewed(randomRows(60, 1));
});

test("cancelled while it is written: the same", async () => {
  await importRows(province, randomRows(50, 1));
  const batchId = await previewed(randomRows(500, 2));
  const before = await storedRows(province);
  const release = await hold();
  await confirmImport(office, { batchId });
  await untilWriting(batchId);
  await cancelImport(office, { batchId });
  await expectNothingOf(batchId, before);
  await release();
  expect((await verify(office, { seed: 1, samples: 10 })).differences).toEqual([]);
  expect(await importRows(province, randomRows(60, 1))).toMatchObject({ inserted: 10 });
});

test("one import of a province waits for the other, says for which, and begins by itself", async () => {
  const [first, second, third] = [
    await offer(office, randomRows(50, 1), "first.csv"),
    await offer(office, randomRows(50, 2)),
    await offer(office, randomRows(50, 3)),
  ];
  const release = await hold();
  await previewImport(office, { batchId: first });
  await untilWriting(first);
  await previewImport(office, { batchId: second });
  await previewImport(office, { batchId: third });
  for (const batchId of [second, third]) {
    expect(await untilShown(office, batchId, ["waiting"])).toMatchObject({
      waitsFor: { id: first, fileName: "first.csv" },
    });
    await untilWriting(batchId);
  }
  const before = await storedRows(province);
  await cancelImport(office, { batchId: third });
  await expectNothingOf(third, before);
  expect((await listImports(office)).map(({ state }) => state)).toEqual(["cancelled", "waiting", "previewing"]);
  await release();
  for (const batchId of [first, second]) await untilShown(office, batchId, ["previewed"]);
});

test("behind a change of the calendar it waits too, for no import", async () => {
  await other.query("SELECT pg_advisory_lock($1, $2)", [5_471_976, province.id]);
  const batchId = await offer(office, randomRows(50, 1));
  await previewImport(office, { batchId });
  expect(await untilShown(office, batchId, ["waiting"])).toMatchObject({ waitsFor: null });
  await other.query("SELECT pg_advisory_unlock_all()");
  await untilShown(office, batchId, ["previewed"]);
});

test("a killed import does not keep the next one waiting, and is seen and cancelled at once", async () => {
  const release = await hold();
  const args = ["--import", "tsx", "--conditions=react-server", "tests/support/import-child.ts"];
  const child = spawn(
    process.execPath,
    [...args, String(province.id), String(office.unitId), await writeList(randomRows(50, 1))],
    { stdio: "ignore" },
  );
  const exited = once(child, "exit");
  let batchId = 0;
  for (let tries = 0; tries < 400 && batchId === 0; tries += 1) {
    batchId = (await listImports(office)).find(({ state }) => state === "applying")?.id ?? 0;
    await sleep(50);
  }
  await untilWriting(batchId);
  child.kill("SIGKILL");
  await exited;
  const waiting = importRows(province, randomRows(50, 1));
  await untilShown(office, batchId, ["failed"]);
  await cancelImport(office, { batchId });
  expect(await getImport(office, batchId)).toMatchObject({ state: "cancelled" });
  await release();
  expect(await waiting).toMatchObject({ inserted: 50 });
});

test(
  "after a restart of the server its file can be previewed again without being uploaded again",
  async () => {
    const batchId = await previewed(randomRows(60, 1));
    for (const state of ["previewing", "applying"]) {
      // As a server leaves it that ends in the middle.
      await queryRows(
        `UPDATE import_batch SET state = $3, began_at = now() - interval '1 minute', touched_at = now() - interval '1 minute'
        WHERE province_id = $1 AND id = $2`,
        [province.id, batchId, state],
      );
      const left = await getImport(office, batchId);
      expect(left).toMatchObject({ state: "failed", failure: { code: "connectionLost" }, hasFile: true });
    }
    await previewImport(office, { batchId });
    await untilShown(office, batchId, ["previewed"]);
    await confirmImport(office, { batchId });
    expect(await untilShown(office, batchId, ["applied"])).toMatchObject({ inserted: 60, failure: null });
  },
  LONG_MS,
);

async function record(fileName: string, fileSha256: string): Promise<number> {
  const input = { sourceName: "iGate", isDemo: false, fileName, fileSha256, fileBytes: 1, asOf: AS_OF };
  return (await openBatch(office, input)).batchId;
}

test(
  "a file that is never read to its end is given up, with a sentence",
  async () => {
    const pipe = join(await mkdtemp(join(tmpdir(), "slow-")), "list.csv");
    execFileSync("mkfifo", [pipe]);
    const batchId = await record("list.csv", "");
    const order = { provinceId: province.id, batchId, task: "preview", filePath: pipe } as const;
    await runWorker(order, { readingMs: 8000, workingMs: LONG_MS });
    expect(await getImport(office, batchId)).toMatchObject({
      state: "failed",
      failure: { code: "readingStopped", params: { limit: "time", seconds: 8 } },
    });
  },
  LONG_MS,
);

test(
  "a workbook that needs more memory than is given is refused, and is told as that",
  async () => {
    const filePath = join(await mkdtemp(join(tmpdir(), "hungry-")), "list.xlsx");
    await writeFile(filePath, hungryWorkbook());
    const batchId = await record("list.xlsx", await hashFile(filePath));
    await runWorker({ provinceId: province.id, batchId, task: "preview", filePath });
    expect(await getImport(office, batchId)).toMatchObject({
      state: "failed",
      // A slow machine comes to the other limit first.
      failure: { code: "readingStopped", params: { limit: expect.stringMatching(/memory|time/) } },
    });
    expect(await importRows(province, randomRows(50, 1))).toMatchObject({ inserted: 50 });
  },
  LONG_MS,
);

test.runIf(process.platform === "linux")(
  "a reader that its memory has ended is told as that, and the indexes it may have left out are built",
  async () => {
    await queryRows("INSERT INTO deferred_index VALUES ('CREATE INDEX left_out_idx ON field (name)')", []);
    const pipe = join(await mkdtemp(join(tmpdir(), "ended-")), "list.csv");
    execFileSync("mkfifo", [pipe]);
    const batchId = await record("list.csv", "");
    const working = runWorker({ provinceId: province.id, batchId, task: "preview", filePath: pipe });
    const worker = await workerOf(process.pid);
    if (worker !== null) process.kill(worker, "SIGABRT");
    await working;
    expect(await getImport(office, batchId)).toMatchObject({
      state: "failed",
      failure: { code: "readingStopped", params: { limit: "memory" } },
    });
    expect(await queryRows("SELECT FROM deferred_index", [])).toEqual([]);
    await queryRows("DROP INDEX left_out_idx", []);
  },
  LONG_MS,
);

test(
  "kept answers hold until an import is written, and again from then on",
  async () => {
    await importRows(province, randomRows(50, 1));
    const version = async () => {
      const [row] = await queryRows<{ changes: number }>("SELECT sum(changes)::int8 AS changes FROM data_version", []);
      return row?.changes ?? 0;
    };
    const before = await version();
    const dropped = await previewed(randomRows(60, 1));
    await cancelImport(office, { batchId: dropped });
    const batchId = await previewed(randomRows(60, 1));
    const failed = await offer(office, [{ "Mã hồ sơ": "1" }]);
    await previewImport(office, { batchId: failed });
    await untilShown(office, failed, ["failed"]);
    expect(await version()).toBe(before);
    await confirmImport(office, { batchId });
    await untilShown(office, batchId, ["applied"]);
    expect(await version()).toBe(before + 1);
    await undoImport(office, { batchId });
    expect(await version()).toBe(before + 2);
  },
  LONG_MS,
);

test("in a process of its own: progress is told, and the result is that of the import", async () => {
  const filePath = await writeList(randomRows(3000, 5));
  const input = { provinceId: province.id, sourceName: "iGate", isDemo: false, filePath, fileName: "list.csv" };
  const seen: string[] = [];
  const watched = { onBegin: () => {}, onProgress: ({ state }: { state: string }) => void seen.push(state) };
  const result = await importInWorker(office, { ...input, asOf: AS_OF, dryRun: false }, watched);
  expect(result).toMatchObject({ rowsRead: 3000, inserted: 3000, accepted: 3000, rejected: 0 });
  expect(seen[0]).toBe("uploaded");
  const cancelled = importInWorker(
    office,
    { ...input, asOf: AS_OF, dryRun: false },
    { onBegin: (batchId) => void cancelImport(office, { batchId }), onProgress: () => {} },
  );
  await expect(cancelled).rejects.toMatchObject({ code: "importCancelled" });
});
