import { createHash } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { appendFile, mkdir, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/viewer";
import { queryRows } from "@/server/db";
import { uploadPath } from "@/server/imports/upload-path";
import { verify } from "@/server/ledger/verify";
import { cancelImport } from "@/server/mutations/cancel-import";
import { confirmImport } from "@/server/mutations/confirm-import";
import { createImport } from "@/server/mutations/create-import";
import { previewImport } from "@/server/mutations/preview-import";
import { randomRows } from "../support/random-dossiers";
import { makeProvince, type SmallProvince, writeList } from "../support/small-province";
import { storedRows } from "../support/stored-rows";

// Read when the server's environment is: before anything is uploaded.
process.env.DUNGHEN_DATA_DIR = mkdtempSync(join(tmpdir(), "uploads-"));

const WAIT_MS = 40_000;
const AS_OF = new Date("2020-12-31T23:59:59+07:00");

let province: SmallProvince;
let office: Viewer;

beforeAll(async () => {
  province = await makeProvince("upload");
  office = province.viewer("P", "province_office");
});

async function upload(rows: ReturnType<typeof randomRows>): Promise<number> {
  const content = await readFile(await writeList(rows));
  return createImport(office, {
    sourceName: "iGate",
    asOf: AS_OF,
    fileName: "list.csv",
    content: Readable.from([content.subarray(0, 1000), content.subarray(1000)]),
    declaredBytes: content.length,
    declaredSha256: createHash("sha256").update(content).digest("hex"),
  });
}

async function batch(batchId: number) {
  const [row] = await queryRows<{
    state: string;
    inserted: number;
    rejected: number;
    failure: { code: string } | null;
  }>("SELECT state::text, inserted, rejected, failure FROM import_batch WHERE province_id = $1 AND id = $2", [
    province.id,
    batchId,
  ]);
  return row;
}

async function until(batchId: number, states: readonly string[]) {
  for (const start = Date.now(); Date.now() - start < WAIT_MS; ) {
    const row = await batch(batchId);
    if (row && states.includes(row.state)) return row;
    await sleep(100);
  }
  throw new Error(`Still ${(await batch(batchId))?.state}`);
}

async function gone(batchId: number): Promise<void> {
  for (const start = Date.now(); Date.now() - start < WAIT_MS; await sleep(50)) {
    if ((await stat(uploadPath(province.id, batchId)).catch(() => null)) === null) return;
  }
  throw new Error("The file is still kept");
}

test("upload, preview, confirm: shown first, then written once, however often it is confirmed", async () => {
  const before = await storedRows(province);
  const batchId = await upload(randomRows(3000, 31));
  expect(await batch(batchId)).toMatchObject({ state: "uploaded" });
  await expect(confirmImport(office, { batchId })).rejects.toMatchObject({ code: "importStale" });
  await previewImport(office, { batchId });
  expect(await until(batchId, ["previewed", "failed"])).toMatchObject({ state: "previewed", inserted: 3000 });
  expect(await storedRows(province)).toEqual(before);
  await confirmImport(office, { batchId });
  await confirmImport(office, { batchId });
  expect(await until(batchId, ["applied", "failed"])).toMatchObject({ state: "applied", inserted: 3000, rejected: 0 });
  await confirmImport(office, { batchId });
  await gone(batchId);
  expect((await verify(office, { seed: 1, samples: 10 })).differences).toEqual([]);
  await expect(cancelImport(office, { batchId })).rejects.toMatchObject({ code: "importFinished" });
});

test("cancelled: the file goes, nothing can be confirmed", async () => {
  const before = await storedRows(province);
  const batchId = await upload(randomRows(50, 32));
  await cancelImport(office, { batchId });
  expect(await batch(batchId)).toMatchObject({ state: "cancelled" });
  await gone(batchId);
  await expect(confirmImport(office, { batchId })).rejects.toMatchObject({ code: "importStale" });
  expect(await storedRows(province)).toEqual(before);
});

test("a preview asked for after the cancelling leaves the batch cancelled", async () => {
  const batchId = await upload(randomRows(50, 35));
  await cancelImport(office, { batchId });
  await expect(previewImport(office, { batchId })).rejects.toMatchObject({ code: "importStale" });
  expect(await batch(batchId)).toMatchObject({ state: "cancelled" });
});

test("a file that changed after its preview is not written", async () => {
  const batchId = await upload(randomRows(50, 33));
  await previewImport(office, { batchId });
  await until(batchId, ["previewed", "failed"]);
  const before = await storedRows(province);
  await appendFile(uploadPath(province.id, batchId), "x");
  await confirmImport(office, { batchId });
  expect(await until(batchId, ["applied", "failed"])).toMatchObject({ failure: { code: "importStale" } });
  expect(await storedRows(province)).toEqual(before);
});

test("a file that vanished is told as such", async () => {
  const batchId = await upload(randomRows(50, 36));
  await previewImport(office, { batchId });
  await until(batchId, ["previewed", "failed"]);
  await rm(uploadPath(province.id, batchId));
  await confirmImport(office, { batchId });
  expect(await until(batchId, ["applied", "failed"])).toMatchObject({ failure: { code: "importStale" } });
});

test("with an upload goes what others left: after a day what never arrived, after thirty what nobody decided on", async () => {
  const uploads = dirname(uploadPath(province.id, 0));
  const hours = { "arriving-old": 25, "arriving-young": 23, "999-old": 30 * 24 + 1, "999-young": 30 * 24 - 1 };
  for (const [name, age] of Object.entries(hours)) {
    const path = join(uploads, name);
    if (name.startsWith("arriving-")) await mkdir(path, { recursive: true });
    else await writeFile(path, "Mã hồ sơ");
    const then = new Date(Date.now() - age * 3_600_000);
    await utimes(path, then, then);
  }
  await upload(randomRows(5, 37));
  const left = (await readdir(uploads)).filter((name) => name in hours);
  expect(left.sort()).toEqual(["999-young", "arriving-young"]);
  for (const name of left) await rm(join(uploads, name), { recursive: true });
});

test("other bytes than were sent, fewer, and none at all, make no batch and leave no file", async () => {
  const input = { sourceName: "iGate", asOf: AS_OF, fileName: "list.csv", declaredSha256: null };
  const uploads = dirname(uploadPath(province.id, 0));
  const kept = await readdir(uploads);
  const short = createImport(office, { ...input, content: Readable.from([Buffer.from("a")]), declaredBytes: 9 });
  await expect(short).rejects.toMatchObject({ code: "fileUnreadable" });
  const empty = createImport(office, { ...input, content: Readable.from([]), declaredBytes: 0 });
  await expect(empty).rejects.toMatchObject({ code: "fileEmpty" });
  const declaredSha256 = createHash("sha256").update("Mã hồ sơ").digest("hex");
  const content = Readable.from([Buffer.from("Mã hồ sở")]);
  const changed = createImport(office, { ...input, content, declaredBytes: null, declaredSha256 });
  await expect(changed).rejects.toMatchObject({ code: "fileUnreadable" });
  expect(await readdir(uploads)).toEqual(kept);
});
