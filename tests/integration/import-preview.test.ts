import { beforeEach, describe, expect, test } from "vitest";
import { DEFAULT_FORMULA, DEFAULT_TARGET, RANKING_LEVELS } from "@/lib/filters";
import type { ImportPreview, ImportWarning } from "@/lib/import-preview";
import { parseDay, type Rate } from "@/lib/sla";
import { queryRows } from "@/server/db";
import { fileSource } from "@/server/imports/file-source";
import { importFile } from "@/server/imports/import-file";
import { loadBatch } from "@/server/imports/load-batch";
import { runBatch } from "@/server/imports/run-batch";
import { getImport } from "@/server/queries/get-import";
import { getImportPreview } from "@/server/queries/get-import-preview";
import { getRanking } from "@/server/queries/get-ranking";
import { closure, publishEdits } from "../support/calendar-edits";
import { randomRows } from "../support/random-dossiers";
import { importRows, type ListRow, makeProvince, type SmallProvince, writeList } from "../support/small-province";
import { storedRows } from "../support/stored-rows";

const FIRST = "2020-06-10T08:00:00+07:00";
const SECOND = "2020-06-11T08:00:00+07:00";

let province: SmallProvince;
let made = 0;

beforeEach(async () => {
  made += 1;
  province = await makeProvince(`preview-${made}`);
});

const office = () => province.viewer("P", "province_office");

async function offer(rows: readonly ListRow[], asOf: string) {
  const filePath = await writeList(rows);
  const { batch } = await importFile(office(), {
    provinceId: province.id,
    sourceName: "iGate",
    isDemo: false,
    filePath,
    fileName: "list.csv",
    asOf: new Date(asOf),
    dryRun: true,
  });
  const preview = await getImportPreview(office(), batch);
  if (preview === null) throw new Error("There is no preview");
  const confirm = async () =>
    runBatch(await loadBatch(office(), batch), {
      source: fileSource(filePath, "list.csv"),
      scopePath: "/",
      dryRun: false,
      followsPreview: true,
      waitMs: 0,
      answersEach: false,
      onProgress: () => {},
    });
  return { batch, preview, confirm };
}

function warningOf(preview: ImportPreview, code: ImportWarning["code"]): ImportWarning | undefined {
  return preview.warnings.find((warning) => warning.code === code);
}

function row(code: string, more: ListRow = {}): ListRow {
  return {
    "Mã hồ sơ": code,
    "Đơn vị tiếp nhận": "Xã Hòa Sơn",
    "Ngày nhận": "04/05/2020",
    "Ngày hẹn trả": "20/05/2020",
    "Ngày kết thúc xử lý": "15/05/2020",
    "Trạng thái": "Đã xử lý xong",
    "Mã thủ tục": "1.000001",
    "Người xử lý": "",
    ...more,
  };
}

const rowsOf = (count: number, prefix: string, more: ListRow = {}) =>
  Array.from({ length: count }, (_, at) => row(`${prefix}-${String(at).padStart(3, "0")}`, more));

/** Every unit that the rankings of the year hold, and the whole, with its rate. */
async function ranked() {
  const view = { unit: { code: "P" }, formula: DEFAULT_FORMULA, target: DEFAULT_TARGET };
  const year = { from: parseDay("2020-01-01"), to: parseDay("2020-12-31") };
  const rates = new Map<number, Rate>();
  for (const level of RANKING_LEVELS) {
    const { rows, total } = await getRanking(office(), { ...view, ...year, level });
    for (const { unitId, rate } of [...rows, total]) if (unitId !== null) rates.set(unitId, rate);
  }
  return rates;
}

test("the rates shown are those of the ranking before and after; nothing is written until then", async () => {
  const rows = randomRows(400, 11);
  await importRows(province, rows.slice(0, 250), { asOf: "2020-12-31T08:00:00+07:00" });
  const [stored, before] = [await storedRows(province), await ranked()];
  const others = randomRows(400, 12);
  const edited = rows.map((one, at) => (at % 4 ? one : { ...one, ...others[at], "Mã hồ sơ": one["Mã hồ sơ"] ?? "" }));
  const { preview, confirm, batch } = await offer(edited, "2020-12-31T23:59:59+07:00");
  expect(await storedRows(province)).toEqual(stored);
  expect(await queryRows("SELECT 1 FROM dossier_before WHERE batch_id = $1", [batch])).toEqual([]);
  expect(preview.period).toEqual({ from: "2020-01-01", to: "2020-12-31" });

  const written = await confirm();
  expect(preview.counts).toMatchObject({ inserted: written.inserted, updated: written.updated });
  const after = await ranked();
  const nothing = { ok: 0, of: 0 };
  const moved = [...after.keys()].filter(
    (id) => JSON.stringify(before.get(id) ?? null) !== JSON.stringify(after.get(id)),
  );
  expect(moved.length).toBeGreaterThan(4);
  expect(preview.rates.map(({ unitId }) => unitId).sort()).toEqual(moved.sort());
  for (const shown of preview.rates) {
    expect(shown.before).toEqual(before.get(shown.unitId) ?? nothing);
    expect(shown.after).toEqual(after.get(shown.unitId) ?? nothing);
  }
  const falls = preview.rates
    .filter((shown) => shown.before.of > 0 && shown.after.of > 0)
    .map((shown) => shown.after.ok / shown.after.of - shown.before.ok / shown.before.of);
  expect(falls).toEqual([...falls].sort((a, b) => a - b));
  expect(await getImportPreview(office(), batch), "kept no longer than it is needed").toBeNull();
});

test("changed dossiers are told field by field, the first two hundred of them", async () => {
  await importRows(province, [row("X"), ...rowsOf(230, "M")], { asOf: FIRST });
  const changed = row("X", {
    "Đơn vị tiếp nhận": "Thị trấn An Khê",
    "Ngày kết thúc xử lý": "22/05/2020 16:30",
    "Trạng thái": "Đã trả kết quả",
    "Người xử lý": "Trần Văn Mẫu",
  });
  const { preview } = await offer([changed], SECOND);
  expect(preview.changes).toEqual({
    count: 1,
    dossiers: [
      {
        code: "X",
        unitName: "Thị trấn An Khê",
        fields: [
          { field: "status", before: "resolved", after: "handedOver" },
          { field: "unit", before: "Xã Hòa Sơn", after: "Thị trấn An Khê" },
          { field: "receivingUnit", before: "Xã Hòa Sơn", after: "Thị trấn An Khê" },
          { field: "finished", before: "2020-05-15", after: "2020-05-22T16:30:00" },
          { field: "officer", before: null, after: "Trần Văn Mẫu" },
        ],
      },
    ],
  });
  const many = await offer(rowsOf(230, "M", { "Ngày kết thúc xử lý": "16/05/2020" }), SECOND);
  expect(many.preview.changes.count).toBe(230);
  expect(many.preview.changes.dossiers).toHaveLength(200);
});

describe("warnings", () => {
  test("none for the same list, told again a day later", async () => {
    await importRows(province, rowsOf(40, "A"), { asOf: FIRST });
    expect((await offer(rowsOf(40, "A"), SECOND)).preview.warnings).toEqual([]);
  });

  test("fewer dossiers than the last export, and those that vanished", async () => {
    await importRows(province, rowsOf(40, "A"), { asOf: FIRST });
    const { preview } = await offer(rowsOf(37, "A"), SECOND);
    expect(preview.warnings).toEqual([
      { code: "fewerDossiers", count: 37, last: 40, lastOn: "2020-06-10" },
      { code: "dossiersVanished", count: 3, codes: ["A-037", "A-038", "A-039"] },
    ]);
  });

  test("what an excerpt, or a list that begins later, leaves out has not vanished; a rejected row is there", async () => {
    await importRows(province, [...rowsOf(20, "A"), ...rowsOf(40, "B", { "Ngày nhận": "11/05/2020" })], {
      asOf: FIRST,
    });
    expect(warningOf((await offer(rowsOf(10, "A"), SECOND)).preview, "dossiersVanished")).toBeUndefined();
    const later = rowsOf(40, "B", { "Ngày nhận": "11/05/2020" });
    expect(warningOf((await offer(later, SECOND)).preview, "dossiersVanished")).toBeUndefined();
    const all = [...rowsOf(19, "A"), row("A-019", { "Trạng thái": "không rõ" }), ...later];
    expect((await offer(all, SECOND)).preview.warnings).toEqual([]);
  });

  test("a unit of the last export that is missing", async () => {
    await importRows(province, [...rowsOf(100, "A"), row("K", { "Đơn vị tiếp nhận": "Phường Một" })], { asOf: FIRST });
    const { preview } = await offer([...rowsOf(100, "A"), row("A-100")], SECOND);
    expect(warningOf(preview, "unitsMissing")).toEqual({ code: "unitsMissing", count: 1, names: ["Phường Một"] });
  });

  test("a month of a unit far from its usual", async () => {
    const months = ["01", "02", "03", "04", "05", "06"];
    const usual = months.flatMap((month) =>
      rowsOf(10, `T${month}`, {
        "Ngày nhận": `06/${month}/2020`,
        "Ngày hẹn trả": "",
        "Ngày kết thúc xử lý": `20/${month}/2020`,
      }),
    );
    await importRows(province, usual, { asOf: "2020-07-01T08:00:00+07:00" });
    const july = (count: number) =>
      rowsOf(count, "T07", { "Ngày nhận": "06/07/2020", "Ngày hẹn trả": "", "Ngày kết thúc xử lý": "20/07/2020" });
    const asOf = "2020-08-03T08:00:00+07:00";
    expect(warningOf((await offer([...usual, ...july(12)], asOf)).preview, "volumeUnusual")).toBeUndefined();
    expect(warningOf((await offer([...usual, ...july(45)], asOf)).preview, "volumeUnusual")).toEqual({
      code: "volumeUnusual",
      count: 1,
      month: "2020-07-01",
      units: [{ name: "Xã Hòa Sơn", received: 45, usual: 10 }],
    });
  });

  test("due days moved when they had passed; one moved in time is none", async () => {
    const open = { "Trạng thái": "Đang xử lý", "Ngày kết thúc xử lý": "" };
    const [passed, ahead] = [row("Q", open), row("R", { ...open, "Ngày hẹn trả": "19/06/2020" })];
    await importRows(province, [passed, ahead], { asOf: FIRST });
    const moved = [passed, ahead].map((one) => ({ ...one, "Ngày hẹn trả": "30/06/2020" }));
    const { preview } = await offer(moved, SECOND);
    expect(preview.warnings).toEqual([{ code: "dueMovedAfterPassing", count: 1, codes: ["Q"] }]);
  });

  test("dossiers closed in bulk on one evening", async () => {
    const open = { "Trạng thái": "Đang xử lý", "Ngày kết thúc xử lý": "" };
    await importRows(province, rowsOf(60, "A", open), { asOf: FIRST });
    const closed = (at: string, count: number) =>
      rowsOf(60, "A").map((one, place) => ({ ...one, ...(place < count ? { "Ngày kết thúc xử lý": at } : open) }));
    expect((await offer(closed("10/06/2020 10:15", 45), SECOND)).preview.warnings).toEqual([]);
    expect((await offer(closed("10/06/2020 19:40", 29), SECOND)).preview.warnings).toEqual([]);
    expect((await offer(closed("10/06/2020 19:40", 45), SECOND)).preview.warnings).toEqual([
      { code: "massClosing", count: 45, evenings: [{ name: "Xã Hòa Sơn", day: "2020-06-10", count: 45 }] },
    ]);
  });
});

describe("what was previewed is outdated", () => {
  test.each([
    ["by an import of another source", () => importRows(province, [row("Z")], { asOf: FIRST, sourceName: "Khác" })],
    ["by a newer calendar", () => publishEdits(province, closure(province, "A"))],
    [
      "by a procedure that is no more",
      () => queryRows("UPDATE procedure SET code = 'x' || code WHERE province_id = $1", [province.id]),
    ],
  ])("%s: nothing is written, and previewed anew it can be confirmed", async (_how, change) => {
    const { confirm, batch } = await offer(rowsOf(5, "A"), SECOND);
    await change();
    const stored = await storedRows(province);
    await expect(confirm()).rejects.toMatchObject({ code: "previewOutdated" });
    expect(await getImport(office(), batch)).toMatchObject({ state: "failed", failure: { code: "previewOutdated" } });
    expect(await storedRows(province)).toEqual(stored);
    await (await offer(rowsOf(5, "A"), SECOND)).confirm();
  });
});
