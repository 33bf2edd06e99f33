import { buffer } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { readXlsx } from "hucre";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { MEASURES, type Measure, parseView, RANKING_LEVELS, viewToParams } from "@/lib/filters";
import { FORM_COLUMNS } from "@/lib/form06a-columns";
import { addDays, displayBp, FORMULA_IDS, parseDay, received, resolvedTotal } from "@/lib/sla";
import { queryRows } from "@/server/db";
import { recordExport } from "@/server/mutations/record-export";
import { getDataStatus } from "@/server/queries/get-data-status";
import { getRanking, type Ranking } from "@/server/queries/get-ranking";
import { getTalliesByField } from "@/server/queries/get-tallies-by-field";
import { listDossiers } from "@/server/queries/list-dossiers";
import { streamDossierList } from "@/server/queries/stream-dossier-list";
import { buildDossiersReport } from "@/server/reports/build-dossiers-report";
import { buildFieldsReport } from "@/server/reports/build-fields-report";
import { buildRankingReport } from "@/server/reports/build-ranking-report";
import { renderReportCsv } from "@/server/reports/render-csv";
import { renderXlsx } from "@/server/reports/render-xlsx";
import type { Report } from "@/server/reports/report";
import { ranking as rankingCommand } from "../../scripts/commands/ranking";
import { randomRows } from "../support/random-dossiers";
import { importRows, makeProvince, type SmallProvince } from "../support/small-province";

const VIEWS = 300;
const FIRST_DAY = parseDay("2019-12-01");
const DAYS = 540;
let province: SmallProvince;

beforeAll(async () => {
  province = await makeProvince("reports");
  await importRows(province, randomRows(1500, 11));
});

afterEach(() => {
  vi.restoreAllMocks();
});

type Cell = string | number | boolean | Date | null;

/** Heads of the lower row, and the rows under them down to the blank line above the notes. */
async function readWorkbook(report: Report): Promise<Record<string, Cell>[]> {
  const { sheets } = await readXlsx(new Uint8Array(await buffer(renderXlsx(report))));
  const rows = sheets[0]?.rows ?? [];
  const headRow = 1 + report.facts.length + (report.columns.some(({ group }) => group !== null) ? 1 : 0);
  const end = rows.findIndex((row, index) => index > headRow && row.every((cell) => cell === null || cell === ""));
  return rows
    .slice(headRow + 1, end === -1 ? undefined : end)
    .map((row) => Object.fromEntries(report.columns.map((_, index) => [String(index), row[index] ?? null])));
}

async function readText(report: Report, style: "csv" | "unicode"): Promise<string[][]> {
  const bytes = await buffer(renderReportCsv(report, style));
  const text = bytes.toString(style === "csv" ? "utf8" : "utf16le");
  return parse(text, { bom: true, delimiter: style === "csv" ? "," : "\t", from_line: 2 });
}

/** The ranking as the command line prints it. */
async function commandJson(argv: readonly string[]) {
  const written: string[] = [];
  const write = vi.spyOn(process.stdout, "write").mockImplementation((text) => written.push(String(text)) > 0);
  await rankingCommand.run([...argv, "--json"]);
  write.mockRestore();
  return JSON.parse(written.join(""));
}

type Line = { rank: number | null; received: number; carriedOver: number; early: number; onTime: number; late: number };

function linesOf({ rows, rest, total }: Ranking): (Line & { open: number; paused: number; overdue: number })[] {
  return [...rows, ...(rest === null ? [] : [rest]), total].map(({ rank, tally }) => ({
    rank,
    received: received(tally),
    carriedOver: tally.carriedOver,
    early: tally.early,
    onTime: tally.onTime,
    late: tally.late,
    open: tally.open,
    paused: tally.paused,
    overdue: tally.overdue,
  }));
}

/** The same line, from the cells of a file. Columns 0 … 2 are rank, code and name. */
function lineFrom(cells: readonly (number | null)[]) {
  const [rank = null, , , carriedOver, receivedCount, , early, onTime, late] = cells;
  return { rank, received: receivedCount, carriedOver, early, onTime, late };
}

function asNumber(cell: Cell | undefined): number | null {
  return cell === null || cell === undefined || cell === "" ? null : Number(cell);
}

describe(`${VIEWS} views by chance: page, command line, workbook and texts count alike`, () => {
  const views = fc
    .sample(
      fc.record({
        unit: fc.constantFrom("P", "A", "B", "S1", "A1", "B2"),
        level: fc.constantFrom(...RANKING_LEVELS),
        start: fc.integer({ min: 0, max: DAYS }),
        length: fc.integer({ min: 0, max: 200 }),
        formula: fc.constantFrom(...FORMULA_IDS),
        target: fc.record({ thresholdBp: fc.constantFrom(9000, 9500, 9750, 9975), mustExceed: fc.boolean() }),
      }),
      { numRuns: VIEWS, seed: 20_201_031 },
    )
    .map(({ start, length, ...view }) => {
      const from = addDays(FIRST_DAY, start);
      return { ...view, from, to: addDays(from, length) };
    });

  test("the address of a view gives the view back", () => {
    for (const view of views) expect(parseView(Object.fromEntries(viewToParams(view)))).toEqual(view);
  });

  test("the ranking", { timeout: 120_000 }, async () => {
    const viewer = province.viewer("P", "province_office");
    const status = await getDataStatus(viewer);
    for (const view of views) {
      const page = await getRanking(viewer, { ...view, unit: { code: view.unit } });
      const lines = linesOf(page);
      const { unit, level, from, to, formula } = view;
      const target = viewToParams({ target: view.target }).get("target") ?? "95";
      const json = await commandJson([
        ...["--unit", unit, "--level", level, "--from", from, "--to", to, "--formula", formula],
        ...["--target", target, "--province", "reports"],
      ]);
      const printed: Record<string, unknown>[] = [...json.rows, ...(json.rest === null ? [] : [json.rest]), json.total];
      expect(
        printed.map((row) => Object.fromEntries(Object.keys(lines[0] ?? {}).map((key) => [key, row[key]]))),
      ).toEqual(lines);

      const report = buildRankingReport(page, status);
      const flows = lines.map(({ open: _open, paused: _paused, overdue: _overdue, ...flow }) => flow);
      const sheet = await readWorkbook(report);
      expect(sheet.map((row) => lineFrom(report.columns.map((_, index) => numberOrNull(row[index]))))).toEqual(flows);
      const heads = report.columns.map(({ group, head }) => `${group ?? ""}/${head}`);
      const stocks = ["Đang giải quyết/tổng", "Đang giải quyết/dừng ‖", "Đang giải quyết/quá hạn ●"].map((head) =>
        heads.indexOf(head),
      );
      const kept = lines.map(({ open, paused, overdue }) => [open, paused, overdue]);
      expect(sheet.map((row) => stocks.map((index) => numberOrNull(row[index])))).toEqual(kept);
      const text = await readText(report, "csv");
      expect(text.map((row) => lineFrom(row.map(asNumber)))).toEqual(flows);
      expect(text.map((row) => stocks.map((index) => Number(row[index])))).toEqual(kept);
      expect(await readText(report, "unicode")).toEqual(text);
    }
  });
});

function numberOrNull(cell: Cell | undefined): number | null {
  return typeof cell === "number" ? cell : null;
}

test("form II.06a by field: the workbook holds the counts and the rate of the page", async () => {
  const viewer = province.viewer("P", "province_office");
  const period = { from: parseDay("2020-02-11"), to: parseDay("2020-09-17") };
  const unitId = province.units.P?.id ?? 0;
  const fields = await getTalliesByField(viewer, { unitId, ...period });
  const target = { thresholdBp: 9500, mustExceed: false };
  const report = buildFieldsReport(
    { unitName: "Tỉnh", period, formula: "resolved", target, fields, tables: [], forms: [] },
    await getDataStatus(viewer),
  );
  const sheet = await readWorkbook(report);
  expect(sheet).toHaveLength(fields.length + 1);
  fields.forEach(({ tally }, index) => {
    const row = sheet[index] ?? {};
    expect(FORM_COLUMNS.map((_, column) => row[column + 2])).toEqual(FORM_COLUMNS.map(({ countIn }) => countIn(tally)));
    const of = tally.early + tally.onTime + tally.late;
    const bp = displayBp(of === 0 ? null : { ok: of - tally.late, of }, target);
    expect(row[FORM_COLUMNS.length + 2]).toBe(bp === null ? null : bp / 10_000);
    expect(resolvedTotal(tally)).toBeGreaterThanOrEqual(of);
  });
});

describe("a list of dossiers", () => {
  const filter = (measure: Measure) => ({
    unitId: province.units.P?.id ?? 0,
    from: parseDay("2020-01-01"),
    to: parseDay("2020-12-31"),
    measure,
    restOf: null,
    fieldId: null,
    channel: null,
    sort: "code" as const,
  });

  test.each(MEASURES)("%s: all the rows of its pages, in their order", async (measure) => {
    const viewer = province.viewer("P", "province_office");
    const first = await listDossiers(viewer, { ...filter(measure), page: 1 });
    const codes: string[] = [];
    for (let page = 1; page <= first.pageCount; page += 1) {
      const { rows } = await listDossiers(viewer, { ...filter(measure), page });
      codes.push(...rows.map(({ code }) => code));
    }
    const list = await streamDossierList(viewer, { ...filter(measure), withOfficers: false });
    const report = buildDossiersReport(
      { list, measure, withOfficers: false, further: [] },
      await getDataStatus(viewer),
    );
    const text = await readText(report, "csv");
    expect(text.map(([code]) => code)).toEqual(codes);
    expect(list.total).toBe(first.total);
    expect(report.columns.map(({ head }) => head)).not.toContain("Cán bộ xử lý");
  });

  test("officers only for roles that may, and written down", async () => {
    const leader = province.viewer("P", "province_leader");
    await expect(streamDossierList(leader, { ...filter("late"), withOfficers: true })).rejects.toMatchObject({
      code: "notFound",
    });
    const office = province.viewer("P", "province_office");
    const list = await streamDossierList(office, { ...filter("late"), withOfficers: true });
    const report = buildDossiersReport(
      { list, measure: "late", withOfficers: true, further: [] },
      await getDataStatus(office),
    );
    expect(report.columns.at(-1)?.head).toBe("Cán bộ xử lý");
    await recordExport(office, { subject: report.fileName, unitId: office.unitId, rows: list.total });
    const [entry] = await queryRows<{ subject: string; details: unknown }>(
      "SELECT subject, details FROM audit_entry WHERE action = 'exportOfficers'",
      [],
    );
    expect(entry).toEqual({ subject: report.fileName, details: { unitId: office.unitId, rows: list.total } });
  });
});
