import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { readXlsx, writeXlsx } from "hucre";
import { beforeEach, describe, expect, test } from "vitest";
import type { Meaning } from "@/lib/aggregates/check-meanings";
import type { TableColumn } from "@/lib/aggregates/columns";
import { IMPORT_PAGES } from "@/lib/strings/import-pages";
import { parseDay } from "@/lib/sla";
import { confirmImport } from "@/server/mutations/confirm-import";
import { createImport } from "@/server/mutations/create-import";
import { forgetMapping } from "@/server/mutations/forget-mapping";
import { mapTable } from "@/server/mutations/map-table";
import { previewImport } from "@/server/mutations/preview-import";
import { resolveNames } from "@/server/mutations/resolve-names";
import { undoImport } from "@/server/mutations/undo-import";
import { getAggregateFields } from "@/server/queries/get-aggregate-fields";
import { getAggregates } from "@/server/queries/get-aggregates";
import { getImport, type ImportDetails } from "@/server/queries/get-import";
import { getImportMapping } from "@/server/queries/get-import-mapping";
import { getReturnedRows } from "@/server/queries/get-returned-rows";
import { listSourceMappings } from "@/server/queries/list-source-mappings";
import { makeProvince, type SmallProvince } from "../support/small-province";

// Read when the server's environment is: before anything is uploaded.
process.env.DUNGHEN_DATA_DIR = mkdtempSync(join(tmpdir(), "tables-"));

const WAIT_MS = 40_000;
const YEAR = { from: parseDay("2020-01-01"), to: parseDay("2020-12-31") };
/** Words that no form of ours knows. */
const HEAD = ["TT,Nơi làm,Đầu vào,,Đầu ra,,,Còn lại,", ",,Cộng,Mới,Cộng,Kịp,Chậm,Cộng,Chậm"];
const MEANS: readonly TableColumn[] = [
  "unit",
  "receivedTotal",
  "receivedInPeriod",
  "resolvedTotal",
  "earlyOrOnTime",
  "late",
  "openTotal",
  "overdue",
];
const MEANINGS: readonly Meaning[] = MEANS.map((means, index) => ({ at: index + 1, means }));
const PLACE = { sheet: 0, rowNumber: 2, depth: 2 };

let province: SmallProvince;
let made = 0;

beforeEach(async () => {
  made += 1;
  province = await makeProvince(`tables-${made}`);
});

const office = () => province.viewer("P", "province_office");

async function until(
  batchId: number,
  states: readonly ImportDetails["state"][],
  isDone: (batch: ImportDetails) => boolean = () => true,
): Promise<ImportDetails> {
  for (const start = Date.now(); Date.now() - start < WAIT_MS; await sleep(100)) {
    const batch = await getImport(office(), batchId);
    if (states.includes(batch.state) && isDone(batch)) return batch;
  }
  throw new Error(`Still ${(await getImport(office(), batchId)).state}`);
}

const previewed = (batchId: number) => until(batchId, ["previewed", "failed"]);

async function upload(content: Uint8Array, fileName = "bang.csv", sourceName = "Báo cáo xã"): Promise<ImportDetails> {
  const batchId = await createImport(office(), {
    sourceName,
    asOf: new Date("2020-12-31T17:00:00+07:00"),
    fileName,
    content: Readable.from([Buffer.from(content)]),
    declaredBytes: content.length,
    declaredSha256: null,
  });
  await previewImport(office(), { batchId });
  return previewed(batchId);
}

/** The upload goes last, when what is returned has been written. */
async function confirm(batchId: number): Promise<ImportDetails> {
  await confirmImport(office(), { batchId });
  await until(batchId, ["applied", "failed"], ({ hasFile }) => !hasFile);
  return getImport(office(), batchId);
}

const csv = (...lines: readonly string[]): Buffer => Buffer.from(lines.join("\r\n"));
const month = (title: string, ...rows: readonly string[]): Buffer => csv(title, ...HEAD, ...rows);
const SEPTEMBER = month(
  "Tháng 9 năm 2020",
  "1,Xã Hòa Sơn,100,100,80,75,5,20,3",
  "2,Khê,10,10,10,10,0,0,0",
  "3,Phường Một,x,40,40,38,2,0,0",
  ",Tổng cộng,150,150,130,123,7,20,3",
);

async function sampleOf(batchId: number) {
  for (const start = Date.now(); Date.now() - start < WAIT_MS; await sleep(100)) {
    const { sample } = await getImportMapping(office(), batchId);
    if (sample !== null) return sample;
  }
  throw new Error("No rows are shown");
}

/** The returned rows with one cell of the last row as a clerk would write it. */
async function corrected(batchId: number, at: number, value: string | number): Promise<Uint8Array> {
  await until(batchId, ["previewed", "applied"], ({ hasReturnedRows }) => hasReturnedRows);
  const bytes = await buffer(Readable.from(await getReturnedRows(office(), batchId)));
  const { sheets } = await readXlsx(new Uint8Array(bytes));
  const rows = (sheets[0]?.rows ?? []).map((cells) => cells.map((cell) => (cell === null ? null : String(cell))));
  const last = rows.at(-1);
  if (!last) throw new Error("No row is returned");
  expect(last.at(-1)).not.toBe("");
  return writeXlsx({ sheets: [{ name: "Sửa", rows: [...rows.slice(0, -1), last.with(at, String(value))] }] });
}

/** Resolved and late of each unit, by name. */
async function shown(period = YEAR) {
  const { rows } = await getAggregates(office(), { unitId: province.units.P?.id ?? 0, level: "commune", ...period });
  return rows
    .map(({ unitName, counts, period: { from } }) => [unitName, from.slice(5, 7), counts.resolvedTotal, counts.late])
    .sort();
}

const sums = ({ rowsRead, inserted, updated, unchanged, rejected }: ImportDetails) => {
  expect(rowsRead).toBe(inserted + updated + unchanged + rejected);
  return { inserted, updated, unchanged, rejected };
};

describe("a table whose head nobody knows", () => {
  test("is explained, its unit named, a row corrected and sent again; the next month is read at once", async () => {
    const { id: batchId, state, failure } = await upload(SEPTEMBER);
    expect([state, failure?.code]).toEqual(["failed", "headerMissing"]);
    const sample = await sampleOf(batchId);
    expect(sample.sheets[0]?.rows.map(({ rowNumber }) => rowNumber)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const input = { batchId, ...PLACE };
    const refused = (meanings: readonly Meaning[]) => expect(mapTable(office(), { ...input, meanings })).rejects;
    await refused(MEANINGS.slice(1)).toMatchObject({ code: "aggregateColumnMissing" });
    await refused(MEANINGS.slice(0, 4)).toMatchObject({ code: "aggregateColumnMissing" });
    await refused([...MEANINGS, { at: 0, means: "late" }]).toMatchObject({ code: "aggregateColumnTwice" });
    await refused([...MEANINGS, { at: 0, means: "field" }]).toMatchObject({ code: "aggregateColumnTwice" });
    await expect(mapTable(office(), { ...input, depth: 9, meanings: MEANINGS })).rejects.toMatchObject({
      code: "importStale",
    });

    await mapTable(office(), { ...input, meanings: MEANINGS });
    const first = await previewed(batchId);
    expect(sums(first)).toEqual({ inserted: 1, updated: 0, unchanged: 0, rejected: 2 });
    expect(first.reading?.aggregate?.period).toEqual({ from: "2020-09-01", to: "2020-09-30" });
    const { names } = await getImportMapping(office(), batchId);
    expect(names.map(({ kind, text, rows }) => [kind, text, rows])).toEqual([["unit", "Khê", 1]]);
    await resolveNames(office(), {
      batchId,
      names: [{ kind: "unit", text: "Khê", targetId: province.units.A2?.id ?? 0 }],
    });
    expect(sums(await previewed(batchId))).toMatchObject({ inserted: 2, rejected: 1 });
    expect(await shown()).toEqual([]);
    expect(sums(await confirm(batchId))).toMatchObject({ inserted: 2, rejected: 1 });
    const accepted = [
      ["Thị trấn An Khê", "09", 10, 0],
      ["Xã Hòa Sơn", "09", 80, 5],
    ];
    expect(await shown()).toEqual(accepted);

    const again = await upload(await corrected(batchId, 2, 40), "sua.xlsx");
    expect([again.state, again.failure]).toEqual(["previewed", null]);
    expect(sums(again)).toEqual({ inserted: 1, updated: 0, unchanged: 0, rejected: 0 });
    expect(again.reading?.aggregate).toMatchObject({
      period: { from: "2020-09-01", to: "2020-09-30" },
      rowsAre: "unit",
    });
    await confirm(again.id);
    expect(await shown()).toEqual([["Phường Một", "09", 40, 2], ...accepted]);

    const october = await upload(month("Tháng 10 năm 2020", "1,Xã Hòa Sơn,60,40,50,50,0,10,0", "2,Khê,5,5,5,5,0,0,0"));
    expect(sums(october)).toMatchObject({ inserted: 2, rejected: 0 });
    await confirm(october.id);
    expect(await shown()).toHaveLength(5);
    await undoImport(office(), { batchId: october.id });
    await undoImport(office(), { batchId: again.id });
    expect(await shown()).toEqual(accepted);
    await undoImport(office(), { batchId });
    expect(await shown()).toEqual([]);
  }, 120_000);

  test("is known of its source alone, and asked about again when that is taken back", async () => {
    const { id: batchId } = await upload(SEPTEMBER);
    await sampleOf(batchId);
    await mapTable(office(), { batchId, ...PLACE, meanings: MEANINGS });
    expect(sums(await previewed(batchId))).toMatchObject({ inserted: 1, rejected: 2 });
    expect((await upload(SEPTEMBER, "bang.csv", "Nguồn khác")).failure?.code).toBe("headerMissing");
    const { headers } = await listSourceMappings(office());
    expect(headers.map(({ of, columns }) => [of, columns])).toEqual([
      ["table", Object.fromEntries(MEANINGS.map(({ at, means }) => [means, at]))],
    ]);
    const [header] = headers;
    if (!header) throw new Error("Nothing was said");
    await forgetMapping(office(), { sourceId: header.sourceId, fingerprint: header.fingerprint });
    expect((await upload(SEPTEMBER)).failure?.code).toBe("headerMissing");
  }, 120_000);
});

test("a head that is known in part is explained: of two columns of one meaning the clerk chooses one", async () => {
  const head = "Đơn vị,Tổng tiếp nhận,Đã giải quyết,Đã giải quyết đúng hạn,Đã giải quyết trễ hạn,Đã giải quyết quá hạn";
  const file = csv("Tháng 9/2020", head, "Xã Hòa Sơn,100,100,95,5,7");
  const { id: batchId, failure } = await upload(file);
  expect(failure?.code).toBe("aggregateColumnTwice");
  await sampleOf(batchId);
  const means = ["unit", "receivedTotal", "resolvedTotal", "onTime", "late"] as const;
  const meanings = means.map((one, at) => ({ at, means: one }));
  await mapTable(office(), { batchId, sheet: 0, rowNumber: 2, meanings });
  expect(sums(await previewed(batchId))).toMatchObject({ inserted: 1, rejected: 0 });
  await confirm(batchId);
  expect(await shown()).toEqual([["Xã Hòa Sơn", "09", 100, 5]]);
}, 60_000);

const FORM_HEAD = [
  "STT,Lĩnh vực,Số lượng hồ sơ tiếp nhận,,,,Số lượng hồ sơ đã giải quyết,,,,Số lượng hồ sơ đang giải quyết,,",
  ",,Tổng số,Trong kỳ,,Từ kỳ trước,Tổng số,Trước hạn,Đúng hạn,Quá hạn,Tổng số,Trong hạn,Quá hạn",
  ",,,Trực tuyến,Trực tiếp,,,,,,,,",
];

describe("a form by field with a row that is refused", () => {
  const form = (...rows: readonly string[]): Buffer =>
    csv("Đơn vị báo cáo: UBND xã Hòa Sơn", "Từ ngày 15/06/2020 đến ngày 14/09/2020", ...FORM_HEAD, ...rows);
  const CIVIL = "1,Hộ tịch,30,10,15,5,25,20,4,1,5,5,0";
  const COPIES = "2,Chứng thực,70,10,60,0,70,70,0,0,0,0,0";
  const TOTAL = ",Tổng số,100,20,75,5,95,90,4,1,5,5,0";
  const fields = async () =>
    (await getAggregateFields(office(), { unitId: province.units.A1?.id ?? 0, ...YEAR })).map((one) =>
      one.fields.map(({ fieldName, counts }) => [fieldName, counts.resolvedTotal]),
    );

  test("takes the corrected row into the form that is held, and gives it back when undone", async () => {
    const first = await upload(form(CIVIL, COPIES.replace("70,10", "x,10"), TOTAL));
    expect(sums(first)).toMatchObject({ inserted: 2, rejected: 1 });
    const file = await corrected(first.id, 2, 70);
    // Nothing is held yet that it could add to.
    expect((await upload(file, "sua.xlsx")).failure?.code).toBe("aggregateTotalMissing");
    await confirm(first.id);
    const again = await upload(file, "sua.xlsx");
    expect(sums(again)).toEqual({ inserted: 1, updated: 0, unchanged: 0, rejected: 0 });
    await confirm(again.id);
    expect(await fields()).toEqual([
      [
        ["Chứng thực", 70],
        ["Hộ tịch", 25],
      ],
    ]);
    expect(await shown()).toEqual([["Xã Hòa Sơn", "06", 95, 1]]);
    expect(sums(await upload(form(CIVIL, COPIES, TOTAL)))).toMatchObject({ unchanged: 3 });
    await undoImport(office(), { batchId: again.id });
    expect(await fields()).toEqual([[["Hộ tịch", 25]]]);
    expect(await shown()).toEqual([["Xã Hòa Sơn", "06", 95, 1]]);
  }, 120_000);

  test("is told of a unit nobody knows once, for all its rows", async () => {
    const strange = csv("Đơn vị báo cáo: Xã Lạ", "Quý III/2020", ...FORM_HEAD, CIVIL, COPIES, TOTAL);
    const batch = await upload(strange);
    expect(sums(batch)).toMatchObject({ inserted: 0, rejected: 3 });
    const { names } = await getImportMapping(office(), batch.id);
    expect(names.map(({ text, rows }) => [text, rows])).toEqual([["Xã Lạ", 3]]);
    const targetId = province.units.A1?.id ?? 0;
    await resolveNames(office(), { batchId: batch.id, names: [{ kind: "unit", text: "Xã Lạ", targetId }] });
    expect(sums(await previewed(batch.id))).toMatchObject({ inserted: 3, rejected: 0 });
  }, 60_000);
});

test("what is returned names the row and why, below the head as the file has it", async () => {
  const { id: batchId } = await upload(SEPTEMBER);
  await sampleOf(batchId);
  await mapTable(office(), { batchId, ...PLACE, meanings: MEANINGS });
  await previewed(batchId);
  const { sheets } = await readXlsx(await corrected(batchId, 2, "x"));
  const rows = sheets[0]?.rows ?? [];
  const { row, why, period } = IMPORT_PAGES.returned;
  expect(rows[2]?.[0]).toBe(period(parseDay("2020-09-01"), parseDay("2020-09-30")));
  expect(rows[3]?.slice(0, 3)).toEqual(["TT", "Nơi làm", "Đầu vào"]);
  expect(rows[3]?.slice(-2)).toEqual([row, why]);
  expect(rows[4]?.slice(2, 9)).toEqual(["Cộng", "Mới", "Cộng", "Kịp", "Chậm", "Cộng", "Chậm"]);
  expect(rows.slice(5).map((cells) => [cells[1], cells[9]])).toEqual([
    ["Khê", "5"],
    ["Phường Một", "6"],
  ]);
}, 60_000);
