import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { readXlsx } from "hucre";
import { beforeEach, describe, expect, test } from "vitest";
import { DEFAULT_TARGET } from "@/lib/filters";
import { parseDay } from "@/lib/sla";
import { AGGREGATES } from "@/lib/strings/aggregates";
import { describeError } from "@/lib/strings/errors";
import { rankingSchema } from "@/server/api/ranking-contract";
import { queryRows } from "@/server/db";
import { AppError } from "@/server/errors";
import { type ImportResult, importFile } from "@/server/imports/import-file";
import { verify } from "@/server/ledger/verify";
import { undoImport } from "@/server/mutations/undo-import";
import { getAggregateFields } from "@/server/queries/get-aggregate-fields";
import { getAggregates } from "@/server/queries/get-aggregates";
import { getDataStatus } from "@/server/queries/get-data-status";
import { getRanking } from "@/server/queries/get-ranking";
import { getTrend } from "@/server/queries/get-trend";
import { buildFieldsReport } from "@/server/reports/build-fields-report";
import { buildRankingReport } from "@/server/reports/build-ranking-report";
import { buildTrendReport } from "@/server/reports/build-trend-report";
import { toRankingJson } from "@/server/reports/ranking-json";
import { rankingTables } from "@/server/reports/ranking-tables";
import { renderReportCsv } from "@/server/reports/render-csv";
import { renderXlsx } from "@/server/reports/render-xlsx";
import type { Report } from "@/server/reports/report";
import { AGGREGATE_TABLES, type AggregateFile } from "../support/corpus/aggregate-tables";
import { importRows, makeProvince, type SmallProvince } from "../support/small-province";

const SEPTEMBER = { from: parseDay("2020-09-01"), to: parseDay("2020-09-30") };
const YEAR = { from: parseDay("2020-01-01"), to: parseDay("2020-12-31") };
const HEAD =
  "Đơn vị,Tiếp nhận tổng số,Kỳ trước chuyển qua,Đã giải quyết,Đã giải quyết trước hạn,Đã giải quyết đúng hạn,Đã giải quyết trễ hạn,Đang giải quyết,Đang giải quyết quá hạn";

let province: SmallProvince;
let made = 0;

beforeEach(async () => {
  made += 1;
  province = await makeProvince(`aggregates-${made}`);
});

const office = () => province.viewer("P", "province_office");

type Offer = { asOf?: string; fileName?: string; period?: typeof SEPTEMBER; dryRun?: boolean; sourceName?: string };

async function offer(bytes: Uint8Array, options: Offer = {}): Promise<ImportResult> {
  const { asOf = "2020-12-31T23:59:59+07:00", fileName = "tong-hop.csv", period, ...rest } = options;
  const filePath = join(await mkdtemp(join(tmpdir(), "aggregates-")), "file");
  await writeFile(filePath, bytes);
  const input = { provinceId: province.id, sourceName: "Báo cáo", isDemo: false, filePath, fileName };
  return importFile(office(), { ...input, dryRun: false, asOf: new Date(asOf), period: period ?? null, ...rest });
}

/** September of some units, as many late as said: the rest on time. */
function table(...rows: readonly (readonly [unit: string, resolved: number, late: number])[]): Buffer {
  const lines = rows.map(([unit, resolved, late]) =>
    [unit, resolved, 0, resolved, 0, resolved - late, late, 0, 0].join(","),
  );
  return Buffer.from(["Tháng 9/2020", HEAD, ...lines].join("\n"));
}

/** Everything that is kept of tables but the order in which it came. */
const kept = () =>
  queryRows(
    `SELECT u.code, f.from_on, f.to_on, f.field_name, f.as_of, f.batch_id, f.counts FROM aggregate_figure f JOIN unit u ON u.id = f.unit_id
      WHERE f.province_id = $1 ORDER BY u.code, f.from_on, f.field_name, f.batch_id`,
    [province.id],
  );

async function shown(code = "A1", period = SEPTEMBER) {
  const { rows } = await getAggregates(office(), { unitId: province.units[code]?.id ?? 0, level: null, ...period });
  return rows;
}

async function check({ bytes, fileName, expected }: AggregateFile): Promise<void> {
  const outcome = await offer(await bytes(), { fileName }).catch((error: unknown) => {
    if (error instanceof AppError) return error;
    throw error;
  });
  if ("error" in expected) {
    if (!(outcome instanceof AppError)) throw new Error(`It was taken: ${JSON.stringify(outcome)}`);
    expect(outcome.code).toBe(expected.error);
    expect(describeError(outcome.code, outcome.params)).toMatch(/hãy|phải có/i);
    expect(await kept()).toEqual([]);
    return;
  }
  if (outcome instanceof AppError) throw outcome;
  const { inserted, unchanged = 0, problems = [], broken = [], period, counts } = expected;
  expect(outcome.problems.map(({ row, code }) => [row, code])).toEqual(problems);
  const rejected = new Set(problems.map(([row]) => row)).size;
  expect(outcome).toMatchObject({ inserted, unchanged, rejected, rowsRead: inserted + unchanged + rejected });
  expect(outcome.aggregate?.period).toEqual({ from: period[0], to: period[1] });
  expect(outcome.aggregate?.broken.map(({ row, cells }) => [row, cells])).toEqual(broken);
  expect(await kept()).toHaveLength(inserted);
  if (counts) expect((await shown("A1", YEAR))[0]?.counts).toMatchObject(counts);
  expect(await queryRows("SELECT 1 FROM dossier WHERE province_id = $1", [province.id])).toEqual([]);
}

test.each(AGGREGATE_TABLES.map((file): [string, AggregateFile] => [file.name, file]))("%s", (_name, file) =>
  check(file),
);

describe("the same months told again", () => {
  test("unchanged, edited, older", async () => {
    const first = table(["Xã Hòa Sơn", 100, 5], ["Thị trấn An Khê", 50, 1]);
    expect(await offer(first, { asOf: "2020-10-05T08:00:00+07:00" })).toMatchObject({ inserted: 2, unchanged: 0 });
    expect(await offer(first, { asOf: "2020-10-05T08:00:00+07:00" })).toMatchObject({ inserted: 0, unchanged: 2 });
    const edited = table(["Xã Hòa Sơn", 100, 7], ["Thị trấn An Khê", 50, 1]);
    expect(await offer(edited, { asOf: "2020-10-08T08:00:00+07:00" })).toMatchObject({ updated: 1, unchanged: 1 });
    expect((await shown())[0]).toMatchObject({ counts: { late: 7 }, asOf: "2020-10-08" });
    expect(await offer(first, { asOf: "2020-10-06T08:00:00+07:00" })).toMatchObject({ updated: 0, unchanged: 2 });
    expect((await shown()).map(({ counts }) => counts.late)).toEqual([7]);
  });

  test("a dry run writes nothing", async () => {
    expect(await offer(table(["Xã Hòa Sơn", 100, 5]), { dryRun: true })).toMatchObject({ inserted: 1 });
    expect(await kept()).toEqual([]);
  });

  test("undone, it is as before; the newest of the source first", async () => {
    const first = await offer(table(["Xã Hòa Sơn", 100, 5]), { asOf: "2020-10-05T08:00:00+07:00" });
    const before = await kept();
    const second = await offer(table(["Xã Hòa Sơn", 100, 7], ["Xã Ấp Bắc", 5, 0]), {
      asOf: "2020-10-08T08:00:00+07:00",
    });
    await expect(undoImport(office(), { batchId: first.batch })).rejects.toMatchObject({ code: "importNotUndoable" });
    expect(await undoImport(office(), { batchId: second.batch })).toEqual({ removed: 1, restored: 1 });
    expect(await kept()).toEqual(before);
    expect((await shown())[0]).toMatchObject({ counts: { late: 5 } });
    expect(await undoImport(office(), { batchId: first.batch })).toEqual({ removed: 1, restored: 0 });
    expect(await kept()).toEqual([]);
  });

  test("the word of whoever offers it counts more than the title", async () => {
    const { aggregate } = await offer(table(["Xã Hòa Sơn", 100, 5]), {
      period: { ...SEPTEMBER, to: parseDay("2020-09-20") },
    });
    expect(aggregate).toMatchObject({ period: { to: "2020-09-20" }, periodInTitle: { to: "2020-09-30" } });
  });

  test("two sources of one month stand side by side", async () => {
    await offer(table(["Xã Hòa Sơn", 100, 5]));
    await offer(table(["Xã Hòa Sơn", 90, 5]), { sourceName: "Báo cáo khác" });
    expect((await shown()).map(({ sourceName, counts }) => [sourceName, counts.resolvedTotal])).toEqual([
      ["Báo cáo", 100],
      ["Báo cáo khác", 90],
    ]);
  });
});

const DOSSIER = {
  "Mã hồ sơ": "H1",
  "Đơn vị tiếp nhận": "Xã Hòa Sơn",
  "Mã thủ tục": "1.000001",
  "Trạng thái": "Đã trả kết quả",
  "Ngày nhận": "01/09/2020",
  "Ngày hẹn trả": "08/09/2020",
  "Ngày kết thúc xử lý": "04/09/2020",
};

describe("apart from the dossiers", () => {
  const ranking = () =>
    getRanking(office(), {
      ...YEAR,
      unit: { id: province.units.P?.id ?? 0 },
      level: "commune",
      formula: "resolved",
      target: DEFAULT_TARGET,
    });

  test("no figure, no as-of day and no check moves with a table", async () => {
    await importRows(province, [DOSSIER], { asOf: "2020-10-31T08:00:00+07:00" });
    const before = await ranking();
    await offer(table(["Xã Hòa Sơn", 100, 50], ["Phường Một", 10, 9]), { asOf: "2020-12-31T08:00:00+07:00" });
    expect(await ranking()).toEqual(before);
    expect((await getDataStatus(office())).asOf).toBe("2020-10-31");
    const { differences } = await verify(office(), { seed: made, samples: 5 });
    expect(differences).toEqual([]);
  });

  test("a month with dossiers is compared, one without stands alone", async () => {
    await importRows(province, [DOSSIER], { asOf: "2020-10-31T08:00:00+07:00" });
    await offer(table(["Xã Hòa Sơn", 100, 50], ["Phường Một", 10, 9]));
    const { rows } = await getAggregates(office(), { unitId: province.units.P?.id ?? 0, level: "commune", ...YEAR });
    expect(rows.map(({ unitName, dossiers }) => [unitName, dossiers?.early ?? null])).toEqual([
      ["Phường Một", null],
      ["Xã Hòa Sơn", 1],
    ]);
    expect(await shown("A1", { ...SEPTEMBER, to: parseDay("2020-09-29") })).toEqual([]);
  });
});

describe("one table after another", () => {
  const month = (title: string, counts: string) => Buffer.from([title, HEAD, `Xã Hòa Sơn,${counts}`].join("\n"));
  const SEPTEMBER_ROW = "110,10,100,0,95,5,10,0";

  test("what a month begins with is asked of the one before", async () => {
    await offer(month("Tháng 9/2020", SEPTEMBER_ROW));
    const { aggregate } = await offer(month("Tháng 10/2020", "62,12,60,0,60,0,2,0"));
    expect(aggregate?.broken).toEqual([
      {
        row: 3,
        unit: "Xã Hòa Sơn - Huyện An Bình",
        identity: "opening",
        total: "carriedOver",
        parts: ["openTotal"],
        cells: ["C3"],
        actual: 12,
        expected: 10,
        other: { period: SEPTEMBER, fileName: "tong-hop.csv" },
      },
    ]);
    expect(aggregate?.broken.map(AGGREGATES.import.broken)).toEqual([
      "Dòng 3, Xã Hòa Sơn - Huyện An Bình: Kỳ trước chuyển qua (C3) ghi 12, nhưng bảng từ 01/09/2020 đến 30/09/2020 (tệp tong-hop.csv) kết thúc với Đang giải quyết: tổng số = 10.",
    ]);
    expect((await shown("A1", YEAR)).map(({ unlikeOpening }) => unlikeOpening?.closing ?? null)).toEqual([10, null]);
  });

  test("and what it ends with, of the one after; another source is another series", async () => {
    await offer(month("Tháng 10/2020", "62,12,60,0,60,0,2,0"));
    const other = await offer(month("Tháng 9/2020", SEPTEMBER_ROW), { sourceName: "Báo cáo khác" });
    expect(other.aggregate?.broken).toEqual([]);
    const { aggregate } = await offer(month("Tháng 9/2020", SEPTEMBER_ROW));
    expect(aggregate?.broken).toMatchObject([{ identity: "closing", cells: ["H3"], actual: 10, expected: 12 }]);
    expect(aggregate?.broken.map(AGGREGATES.import.broken).join()).toContain("bắt đầu với Kỳ trước chuyển qua = 12");
  });

  test("a month that goes on from the last is not spoken of", async () => {
    await offer(month("Tháng 9/2020", SEPTEMBER_ROW));
    const { aggregate } = await offer(month("Tháng 10/2020", "60,10,60,0,60,0,0,0"));
    expect(aggregate?.broken).toEqual([]);
  });
});

describe("taken away and drawn", () => {
  const bytesOf = async (report: Report) => (await buffer(renderReportCsv(report, "csv"))).toString("utf8");
  const status = () => getDataStatus(office());

  test("a month without dossiers stands in the trend, marked and out of its figures", async () => {
    await importRows(province, [DOSSIER], { asOf: "2020-10-31T08:00:00+07:00" });
    await offer(table(["Xã Hòa Sơn", 100, 50]));
    await offer(Buffer.from(["Tháng 8/2020", HEAD, "Xã Hòa Sơn,80,0,80,0,76,4,0,0"].join("\n")));
    const unitId = province.units.A1?.id ?? 0;
    const input = { unitId, to: parseDay("2020-10-31"), months: 12, formula: "resolved" } as const;
    const months = await getTrend(office(), input);
    expect(months.filter(({ told }) => told).map(({ period, rate, told }) => [period.from, rate, told?.rate])).toEqual([
      ["2020-08-01", null, { ok: 76, of: 80 }],
    ]);
    const report = buildTrendReport(
      { unitName: "Xã", months, formula: "resolved", target: DEFAULT_TARGET },
      await status(),
    );
    const text = await bytesOf(report);
    expect(text).toContain('\r\n\r\n"Số liệu từ bảng tổng hợp.');
    expect(text).toMatch(/2020-08-01,2020-08-31,80,80,76,4,0,0,"95,00%","Tháng 8\/2020; Báo cáo, 31\/12\/2020"/);
    const { sheets } = await readXlsx(new Uint8Array(await buffer(renderXlsx(report))));
    expect(sheets[0]?.rows.some((cells) => cells.includes(0.95) && cells.includes(76))).toBe(true);
  });

  test("a ranking takes its units' tables along, and the interface names them", async () => {
    await offer(table(["Xã Hòa Sơn", 100, 50], ["Phường Một", 10, 9]));
    const ranking = await getRanking(office(), {
      ...YEAR,
      unit: { id: province.units.P?.id ?? 0 },
      level: "commune",
      formula: "resolved",
      target: DEFAULT_TARGET,
    });
    const tables = await rankingTables(office(), ranking);
    const json = rankingSchema.parse(toRankingJson(ranking, tables));
    expect(json.tables.map(({ code, counts, besideDossiers }) => [code, counts.late, besideDossiers])).toEqual([
      ["B1", 9, false],
      ["A1", 50, false],
    ]);
    expect(json.total).toMatchObject({ received: 0, late: 0 });
    const text = await bytesOf(buildRankingReport(ranking, await status(), { tables }));
    expect(text).toMatch(/\r\n,A1,Xã Hòa Sơn,100,100,50,50,0,0,"50,00%"/);
    expect(await bytesOf(buildRankingReport(ranking, await status()))).not.toContain("bảng tổng hợp");
  });

  test("form II.06a keeps its fields, until a newer table takes their place", async () => {
    const form = AGGREGATE_TABLES.find(({ name }) => name === "II.06a by field");
    if (!form) throw new Error("The corpus holds no such form");
    await offer(await form.bytes());
    const input = { unitId: province.units.A1?.id ?? 0, ...YEAR };
    const forms = await getAggregateFields(office(), input);
    expect(forms.map(({ fields }) => fields.map(({ fieldName, counts }) => [fieldName, counts.resolvedTotal]))).toEqual(
      [
        [
          ["Chứng thực", 70],
          ["Hộ tịch", 25],
        ],
      ],
    );
    const { rows: tables } = await getAggregates(office(), { ...input, level: null });
    const view = { unitName: "Xã", period: YEAR, formula: "resolved", target: DEFAULT_TARGET } as const;
    const text = await bytesOf(buildFieldsReport({ ...view, fields: [], tables, forms }, await status()));
    expect(text).toMatch(/,Hộ tịch,30,25,24,1,5,0,"96,00%","[^"]*Báo cáo/);
  });
});

test("a commune sees its own tables, not its neighbour's", async () => {
  await offer(table(["Xã Hòa Sơn", 100, 50], ["Thị trấn An Khê", 10, 9]));
  const commune = province.viewer("A1");
  const own = await getAggregates(commune, { unitId: commune.unitId, level: null, ...SEPTEMBER });
  expect(own.rows.map(({ unitName }) => unitName)).toEqual(["Xã Hòa Sơn"]);
  const district = province.viewer("A", "district_leader");
  const { rows } = await getAggregates(district, { unitId: district.unitId, level: "commune", ...SEPTEMBER });
  expect(rows.map(({ unitName }) => unitName)).toEqual(["Thị trấn An Khê", "Xã Hòa Sơn"]);
});
