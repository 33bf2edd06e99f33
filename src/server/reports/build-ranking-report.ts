import "server-only";
import type { RankReading } from "@/lib/insight/rank-readings";
import { type CountColumn, columnsFor, RETURNED_COLUMN } from "@/lib/ranking-columns";
import { displayBp, missingToTarget, WHOLE_BP } from "@/lib/sla";
import { COMPLEMENT_NAMES, RATE_NAMES } from "@/lib/strings/common";
import { finding, IDENTITY_NOTE, RANKING, restName, stocksNote, totalName } from "@/lib/strings/ranking";
import { REPORTS } from "@/lib/strings/reports";
import type { AggregateRow } from "../queries/get-aggregates";
import type { DataStatus } from "../queries/get-data-status";
import type { Ranking, RankingRow } from "../queries/get-ranking";
import { evidenceText } from "./evidence-text";
import type { Report, ReportColumn, ReportRow } from "./report";
import { oneLine, reportFrame } from "./report-frame";
import { toldPart } from "./told-part";
import { verdictText } from "./verdict-text";

/** By unit id. */
type Readings = ReadonlyMap<number | null, RankReading>;

type Column = ReportColumn & {
  readonly cellOf: (row: RankingRow, name: string, isJudged: boolean) => ReportRow[number];
};

function countColumn(group: string | null, { head, countIn }: CountColumn): Column {
  return { group, head, kind: "count", width: 10, cellOf: ({ tally }) => countIn(tally) };
}

function columnsOf({ total, formula, target }: Ranking, readings: Readings | null): Column[] {
  const { before, after } = columnsFor(total.tally, formula);
  const counts = (groups: typeof before) =>
    groups.flatMap(({ head, columns }) => columns.map((column) => countColumn(head, column)));
  return [
    { group: null, head: RANKING.rank, kind: "count", width: 7, cellOf: ({ rank }) => rank },
    { group: null, head: REPORTS.unitCode, kind: "text", width: 10, cellOf: ({ code }) => code },
    { group: null, head: RANKING.unit, kind: "text", width: 34, cellOf: (_, name) => name },
    ...counts(before),
    {
      group: null,
      head: oneLine(RATE_NAMES[formula]),
      kind: "percent",
      width: 10,
      cellOf: ({ rate }) => displayBp(rate, target),
    },
    {
      group: null,
      head: oneLine(COMPLEMENT_NAMES[formula]),
      kind: "percent",
      width: 10,
      cellOf: ({ rate }) => complement(displayBp(rate, target)),
    },
    {
      group: null,
      head: oneLine(RANKING.missing),
      kind: "count",
      width: 9,
      cellOf: ({ rate }, _, isJudged) => (isJudged ? missingToTarget(rate, target) : null),
    },
    ...counts(after),
    countColumn(null, RETURNED_COLUMN),
    {
      group: null,
      head: RANKING.target,
      kind: "text",
      width: 14,
      cellOf: ({ meetsTarget }, _, isJudged) => (isJudged ? verdictText(meetsTarget) : null),
    },
    ...(readings === null ? [] : readingColumns(readings)),
  ];
}

function readingColumns(readings: Readings): Column[] {
  const readingOf = ({ unitId }: RankingRow) => (unitId === null ? undefined : readings.get(unitId));
  return [
    {
      group: null,
      head: oneLine(RANKING.fair),
      kind: "count",
      width: 10,
      cellOf: (row) => readingOf(row)?.fairRank ?? null,
    },
    {
      group: null,
      head: RANKING.verdict,
      kind: "text",
      width: 18,
      cellOf: (row) => evidenceText(readingOf(row)?.verdict ?? null),
    },
  ];
}

function complement(bp: number | null): number | null {
  return bp === null ? null : WHOLE_BP - bp;
}

/** Under rank, code and name of the ranking; tables are not ranked. */
const LEAD = [
  { group: null, head: "", kind: "count", width: 7, cellOf: () => null },
  { group: null, head: REPORTS.unitCode, kind: "text", width: 10, cellOf: ({ unitCode }: AggregateRow) => unitCode },
  { group: null, head: RANKING.unit, kind: "text", width: 34, cellOf: ({ unitName }: AggregateRow) => unitName },
] as const;

type Beside = {
  /** What the page reads of the rows. */
  readonly readings?: Readings;
  /** What tables of counts tell of the units: they stand apart. */
  readonly tables?: readonly AggregateRow[];
};

/** The ranking as a table to take away: the rows of the page, in its order. */
export function buildRankingReport(
  ranking: Ranking,
  status: DataStatus,
  { readings, tables = [] }: Beside = {},
): Report {
  const { unit, level, period, formula, target, rows, rest, total } = ranking;
  const columns = columnsOf(ranking, readings ?? null);
  const row = (item: RankingRow, name: string, isJudged: boolean): ReportRow =>
    columns.map(({ cellOf }) => cellOf(item, name, isJudged));
  return {
    ...reportFrame({
      kind: "ranking",
      title: finding(unit.name, total.rate, formula, target),
      unitName: unit.name,
      period,
      formula,
      target,
      status,
    }),
    columns,
    rows: rows.map((item) => row(item, item.name ?? "", true)),
    rowCount: rows.length,
    sums: [
      ...(rest === null ? [] : [row({ ...rest, code: null }, restName(unit.level, level), false)]),
      row(total, totalName(unit.name), true),
    ],
    apart: toldPart({ rows: tables, formula, target, lead: LEAD }),
    notes: [stocksNote(ranking.asOf), IDENTITY_NOTE],
  };
}
