import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { writeXlsx } from "hucre";
import { buffer } from "node:stream/consumers";
import { beforeAll, expect, test } from "vitest";
import { queryRows } from "@/server/db";
import { buildReturnedRows } from "@/server/imports/build-returned-rows";
import { headerFingerprint } from "@/server/imports/header-fingerprint";
import { importFile } from "@/server/imports/import-file";
import { listReturnedRows } from "@/server/imports/list-returned-rows";
import { loadBatch } from "@/server/imports/load-batch";
import { takeSample } from "@/server/imports/take-sample";
import { uploadPath } from "@/server/imports/upload-path";
import { forgetMapping } from "@/server/mutations/forget-mapping";
import { mapColumns } from "@/server/mutations/map-columns";
import { resolveNames } from "@/server/mutations/resolve-names";
import { getImport } from "@/server/queries/get-import";
import { getImportMapping } from "@/server/queries/get-import-mapping";
import { listSourceMappings } from "@/server/queries/list-source-mappings";
import { renderXlsx } from "@/server/reports/render-xlsx";
import { writeSample } from "@/server/uploads/import-sample";
import { makeProvince, type SmallProvince } from "../support/small-province";

const HEADER = "Số HS,Nơi nộp,Loại việc,Kết quả,Bắt đầu,Xong,Người nộp";
const ROWS = [
  "K-1,Xã Hòa Sơn,Khai sinh,Đã trả kết quả,01/10/2020,05/10/2020,Nguyễn Văn A",
  "K-2,Xã HS,Khai sinh,Đã trả kết quả,01/10/2020,05/10/2020,Nguyễn Văn B",
];
const COLUMNS = { code: 0, receivingUnit: 1, procedureName: 2, status: 3, received: 4, finished: 5 };
const TEXT = `DANH SÁCH\r\n${HEADER}\r\n${ROWS.join("\r\n")}\r\nTổng cộng: 2\r\n`;

let home: SmallProvince;
let filePath: string;

beforeAll(async () => {
  home = await makeProvince("mapped");
  filePath = join(await mkdtemp(join(tmpdir(), "mapping-")), "list.csv");
  await writeFile(filePath, TEXT);
});

const office = () => home.viewer("P", "province_office");

function offer(sourceName = "Kho cũ") {
  const input = { provinceId: home.id, sourceName, isDemo: false, filePath, fileName: "list.csv" };
  return importFile(office(), { ...input, asOf: new Date("2020-12-31T23:59:59+07:00"), dryRun: true });
}

async function lastBatch(): Promise<number> {
  const [row] = await queryRows<{ id: number }>("SELECT max(id) AS id FROM import_batch WHERE province_id = $1", [
    home.id,
  ]);
  return row?.id ?? 0;
}

/** What the worker leaves behind when it does not understand the header. */
async function failed(sourceName?: string): Promise<number> {
  await expect(offer(sourceName)).rejects.toMatchObject({ code: "headerMissing" });
  const batchId = await lastBatch();
  await mkdir(dirname(uploadPath(home.id, batchId)), { recursive: true });
  await writeSample(home.id, batchId, await takeSample(filePath, "list.csv"));
  return batchId;
}

test("a header nobody knows is shown, explained once, and known from then on for its source alone", async () => {
  const batchId = await failed();
  const { sample, names } = await getImportMapping(office(), batchId);
  expect(sample?.sheets[0]?.rows.map(({ rowNumber }) => rowNumber)).toEqual([1, 2, 3, 4, 5]);
  expect(names).toEqual([]);
  const { code, ...withoutCode } = COLUMNS;
  const input = { batchId, sheet: 0, rowNumber: 2 };
  await expect(mapColumns(office(), { ...input, columns: withoutCode })).rejects.toMatchObject({
    code: "columnMissing",
  });
  await expect(mapColumns(office(), { ...input, columns: { ...COLUMNS, unit: code } })).rejects.toMatchObject({
    code: "columnDuplicate",
  });
  await expect(mapColumns(office(), { ...input, rowNumber: 99, columns: COLUMNS })).rejects.toMatchObject({
    code: "importStale",
  });
  await mapColumns(office(), { ...input, columns: COLUMNS });

  const understood = await offer();
  expect(understood).toMatchObject({ rowsRead: 2, rejected: 2 });
  expect(understood.problems.map(({ code: problem }) => problem)).toEqual([
    "unknownProcedure",
    "unknownUnit",
    "unknownProcedure",
  ]);
  expect((await getImport(office(), understood.batch)).reading).toEqual({
    sheet: null,
    headerRow: 2,
    others: [],
    skipped: [{ kind: "total", count: 1, rows: [5] }],
  });
  await expect(offer("Nguồn khác")).rejects.toMatchObject({ code: "headerMissing" });
});

test("names are resolved once for all rows, and never to another province's units", async () => {
  const before = await offer();
  const { names, choices } = await getImportMapping(office(), before.batch);
  expect(names).toMatchObject([
    { kind: "procedure", text: "Khai sinh", rows: 2 },
    { kind: "unit", text: "Xã HS", rows: 1 },
  ]);
  const procedure = choices.procedure.find(({ label }) => label.endsWith("Đăng ký khai sinh"))?.id ?? 0;
  const unit = home.units.A1?.id ?? 0;
  const away = await makeProvince("mapped-away");
  const foreign = { kind: "unit" as const, text: "Xã HS", targetId: away.units.A1?.id ?? 0 };
  await expect(resolveNames(office(), { batchId: before.batch, names: [foreign] })).rejects.toMatchObject({
    code: "notFound",
  });
  await expect(resolveNames(office(), { batchId: before.batch, names: [] })).rejects.toMatchObject({
    code: "invalidInput",
  });
  await resolveNames(office(), {
    batchId: before.batch,
    names: [
      { kind: "procedure", text: "Khai sinh", targetId: procedure },
      { kind: "unit", text: "Xã HS", targetId: unit },
    ],
  });
  expect(await offer()).toMatchObject({ rowsRead: 2, inserted: 2, rejected: 0 });
  const audit = await queryRows<{ action: string }>(
    "SELECT action FROM audit_entry WHERE province_id = $1 ORDER BY id",
    [home.id],
  );
  expect(audit.map(({ action }) => action)).toEqual(["mapColumns", "resolveNames"]);
});

test("a word for a status is explained once, and for its source alone", async () => {
  const odd = join(await mkdtemp(join(tmpdir(), "statuses-")), "list.csv");
  const head = "Mã hồ sơ,Đơn vị tiếp nhận,Mã thủ tục,Trạng thái,Ngày nhận,Ngày kết thúc xử lý";
  const rows = [
    "S-1,Xã Hòa Sơn,1.000001,Hoàn tất rồi,01/10/2020,05/10/2020",
    "S-2,Xã Hòa Sơn,1.000001,Lơ lửng,01/10/2020,",
  ];
  await writeFile(odd, `${head}\r\n${rows.join("\r\n")}\r\n`);
  const input = { provinceId: home.id, isDemo: false, filePath: odd, fileName: "list.csv", dryRun: true };
  const asOf = new Date("2020-12-31T23:59:59+07:00");
  const before = await importFile(office(), { ...input, sourceName: "Kho trạng thái", asOf });
  expect(before).toMatchObject({ rejected: 2 });
  const { names, choices } = await getImportMapping(office(), before.batch);
  expect(names.map(({ kind, text, nearest }) => [kind, text, nearest])).toEqual([
    ["status", "Hoàn tất rồi", []],
    ["status", "Lơ lửng", []],
  ]);
  expect(choices.status).toHaveLength(10);
  const handedOver = choices.status.find(({ label }) => label === "Đã trả kết quả")?.id ?? 0;
  const resolve = (text: string, targetId: number) =>
    resolveNames(office(), { batchId: before.batch, names: [{ kind: "status", text, targetId }] });
  await expect(resolve("Lơ lửng", 11)).rejects.toMatchObject({ code: "notFound" });
  await resolve("Hoàn tất rồi", handedOver);
  expect(await importFile(office(), { ...input, sourceName: "Kho trạng thái", asOf })).toMatchObject({
    inserted: 1,
    rejected: 1,
  });
  expect(await importFile(office(), { ...input, sourceName: "Kho khác", asOf })).toMatchObject({ rejected: 2 });
});

test("what was said can be taken back, in its own province only", async () => {
  const { names, headers } = await listSourceMappings(office());
  expect(names.map(({ kind, text, means }) => [kind, text, means])).toEqual([
    ["unit", "Xã HS", "Xã Hòa Sơn - Huyện An Bình"],
    ["procedure", "Khai sinh", "1.000001 Đăng ký khai sinh"],
    ["status", "Hoàn tất rồi", "Đã trả kết quả"],
  ]);
  expect(headers.map(({ sourceName, columns }) => [sourceName, columns])).toEqual([["Kho cũ", COLUMNS]]);
  const [name] = names;
  const [header] = headers;
  if (!name || !header) throw new Error("Nothing was said");
  const away = (await makeProvince("forgetting-away")).viewer("P", "province_office");
  await expect(forgetMapping(away, name)).rejects.toMatchObject({ code: "notFound" });
  await forgetMapping(office(), { sourceId: name.sourceId, kind: name.kind, textKey: name.textKey });
  expect(await offer()).toMatchObject({ inserted: 1, rejected: 1 });
  await forgetMapping(office(), { sourceId: header.sourceId, fingerprint: header.fingerprint });
  await expect(offer()).rejects.toMatchObject({ code: "headerMissing" });
  await expect(forgetMapping(office(), header)).rejects.toMatchObject({ code: "notFound" });
  expect((await listSourceMappings(office())).headers).toEqual([]);
});

test("of a workbook with several lists the chosen one is read, and its wrong rows are returned", async () => {
  const book = join(await mkdtemp(join(tmpdir(), "sheets-")), "list.xlsx");
  const head = ["Mã hồ sơ", "Đơn vị tiếp nhận", "Mã thủ tục", "Trạng thái", "Ngày nhận"];
  const row = (code: string, unit = "Xã Hòa Sơn") => [code, unit, "1.000001", "Đang xử lý", "01/10/2020"];
  const sheets = [
    { name: "Tháng 9", rows: [head, row("T9-1")] },
    { name: "Tháng 10", rows: [["Danh sách"], head, row("T10-1"), row("T10-2"), row("T10-3", "Xã Lạ")] },
  ];
  await writeFile(book, await writeXlsx({ sheets }));
  const input = { provinceId: home.id, isDemo: false, filePath: book, fileName: "list.xlsx", dryRun: true };
  const asOf = new Date("2020-12-31T23:59:59+07:00");
  const read = (sheet: string | null) => importFile(office(), { ...input, sourceName: "Kho nhiều trang", asOf, sheet });
  const first = await read(null);
  expect(first).toMatchObject({ rowsRead: 1, inserted: 1 });
  expect((await getImport(office(), first.batch)).reading).toMatchObject({
    sheet: "Tháng 9",
    others: [{ name: "Tháng 10", kind: "list" }],
  });
  const second = await read("Tháng 10");
  expect(second).toMatchObject({ rowsRead: 3, inserted: 2, rejected: 1 });
  expect((await getImport(office(), second.batch)).reading).toMatchObject({
    sheet: "Tháng 10",
    headerRow: 2,
    others: [{ name: "Tháng 9", kind: "list" }],
  });
  const batch = { provinceId: home.id, sourceId: 0, sheet: "Tháng 10" };
  const { rows } = await listReturnedRows(batch, book, "xlsx", new Set([5]));
  expect(rows.map(({ cells }) => cells[0])).toEqual(["T10-3"]);
  expect(await read("Không có trang này")).toMatchObject({ rowsRead: 1 });
});

test("wrong rows of a long file are returned as the file holds them, wherever they stand", async () => {
  const filePath = join(await mkdtemp(join(tmpdir(), "long-")), "list.csv");
  const head = "Mã hồ sơ,Đơn vị tiếp nhận,Mã thủ tục,Trạng thái,Ngày nhận,Người xử lý";
  const line = (row: number) => `R-${row},Xã Hòa Sơn,1.000001,Đang xử lý,01/10/2020,${"cán bộ ".repeat(20)}${row}`;
  await writeFile(filePath, [head, ...Array.from({ length: 9000 }, (_, row) => line(row + 2))].join("\n"));
  const batch = { provinceId: home.id, sourceId: 0, sheet: null };
  const wanted = [2, 3, 41, 1500, 4444, 9001];
  const { rows } = await listReturnedRows(batch, filePath, "csv", new Set(wanted));
  expect(rows.map(({ rowNumber }) => rowNumber)).toEqual(wanted);
  expect(rows.map(({ cells }) => cells.join(","))).toEqual(wanted.map(line));
});

test("a header is the same however it is spelt, and another when a column moves", () => {
  const names = HEADER.split(",");
  expect(headerFingerprint(names.map((name) => name.toUpperCase().normalize("NFD")))).toBe(headerFingerprint(names));
  expect(headerFingerprint([...names, "", ""])).toBe(headerFingerprint(names));
  expect(headerFingerprint(names.toReversed())).not.toBe(headerFingerprint(names));
});

test("a header of two rows nobody knows is explained once, and known from then on", async () => {
  const twoRows = join(await mkdtemp(join(tmpdir(), "two-rows-")), "list.csv");
  const text = (code: string) =>
    `DANH SÁCH,,,,,\r\nSố HS,Nơi nộp,Loại việc,Kết quả,Mốc,\r\n,,,,Bắt đầu,Xong\r\n${code},Xã Hòa Sơn,1.000001,Đã trả kết quả,01/10/2020,05/10/2020\r\n`;
  const offerIt = async (code: string) => {
    await writeFile(twoRows, text(code));
    const input = { provinceId: home.id, sourceName: "Kho hai dòng", isDemo: false, filePath: twoRows };
    const asOf = new Date("2020-12-31T23:59:59+07:00");
    return importFile(office(), { ...input, fileName: "list.csv", asOf, dryRun: true });
  };
  await expect(offerIt("D-1")).rejects.toMatchObject({ code: "headerMissing" });
  const batchId = await lastBatch();
  await mkdir(dirname(uploadPath(home.id, batchId)), { recursive: true });
  await writeSample(home.id, batchId, await takeSample(twoRows, "list.csv"));
  const { sample } = await getImportMapping(office(), batchId);
  const header = sample?.sheets[0]?.rows.find(({ rowNumber }) => rowNumber === 2);
  expect(header?.joined[0]?.names).toEqual(["Số HS", "Nơi nộp", "Loại việc", "Kết quả", "Mốc Bắt đầu", "Mốc Xong"]);
  const columns = { code: 0, receivingUnit: 1, procedureCode: 2, status: 3, received: 4, finished: 5 };
  const input = { batchId, sheet: 0, rowNumber: 2, columns };
  await expect(mapColumns(office(), { ...input, depth: 9 })).rejects.toMatchObject({ code: "importStale" });
  await mapColumns(office(), { ...input, depth: 2 });
  const understood = await offerIt("D-2");
  expect(understood).toMatchObject({ rowsRead: 1, inserted: 1, rejected: 0 });
  expect((await getImport(office(), understood.batch)).reading).toMatchObject({ headerRow: 3 });
});

test.each([
  ["one row", "Số HS,Nơi nộp,Loại việc,Kết quả,Bắt đầu,Xong,Ghi thêm", "", 1],
  ["two rows", "Số HS,Nơi nộp,Loại việc,Kết quả,Mốc,,Ghi thêm", ",,,,Bắt đầu,Xong,của xã", 2],
] as const)(
  "rows returned of a list that a clerk has explained are read when they are sent again: %s",
  async (name, first, second, depth) => {
    const folder = await mkdtemp(join(tmpdir(), "returned-"));
    const [list, returned] = [join(folder, "list.csv"), join(folder, "returned.xlsx")];
    const row = (code: string, unit: string) => `${code},${unit},1.000001,Đã trả kết quả,01/10/2020,05/10/2020,x`;
    const rows = [row(`${depth}-1`, "Xã Hòa Sơn"), row(`${depth}-2`, "Xã Lạ")];
    await writeFile(list, [first, ...(second === "" ? [] : [second]), ...rows].join("\r\n"));
    const asOf = new Date("2020-12-31T23:59:59+07:00");
    const read = (filePath: string, fileName: string) =>
      importFile(office(), {
        provinceId: home.id,
        sourceName: name,
        isDemo: false,
        filePath,
        fileName,
        asOf,
        dryRun: true,
      });
    await expect(read(list, "list.csv")).rejects.toMatchObject({ code: "headerMissing" });
    const failedId = await lastBatch();
    await mkdir(dirname(uploadPath(home.id, failedId)), { recursive: true });
    await writeSample(home.id, failedId, await takeSample(list, "list.csv"));
    const columns = { code: 0, receivingUnit: 1, procedureCode: 2, status: 3, received: 4, finished: 5 };
    await mapColumns(office(), { batchId: failedId, sheet: 0, rowNumber: 1, depth, columns });
    expect(await read(list, "list.csv")).toMatchObject({ inserted: 1, rejected: 1 });
    const batch = await loadBatch(office(), await lastBatch());
    const problems = [
      { rowNumber: depth + 2, columnName: "Nơi nộp", code: "unknownUnit" as const, dossierCode: null, details: {} },
    ];
    const report = await buildReturnedRows(batch, list, { problems });
    if (!report) throw new Error("Nothing is returned");
    await writeFile(returned, await buffer(renderXlsx(report)));
    expect((await read(returned, "returned.xlsx")).problems.map(({ row, code }) => [row, code])).toEqual([
      [4, "unknownUnit"],
    ]);
  },
);
