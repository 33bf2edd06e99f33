import "server-only";
import type { Measure } from "@/lib/filters";
import { MONTHS_OF_LIVES } from "@/lib/insight/late-chances";
import { CHANNEL_NAMES, CLASS_NAMES, STATUS_NAMES } from "@/lib/strings/classes";
import { DOSSIERS, listTitle } from "@/lib/strings/dossiers";
import { stocksNote } from "@/lib/strings/ranking";
import { REPORTS } from "@/lib/strings/reports";
import type { DataStatus } from "../queries/get-data-status";
import type { DossierStream, StreamedDossier } from "../queries/stream-dossier-list";
import type { Report, ReportCell, ReportColumn } from "./report";
import { reportFrame } from "./report-frame";

type Column = ReportColumn & { readonly cellOf: (row: StreamedDossier) => ReportCell };

const text = (head: string, width: number, cellOf: Column["cellOf"]): Column => ({
  group: null,
  head,
  kind: "text",
  width,
  cellOf,
});
const day = (head: string, cellOf: Column["cellOf"]): Column => ({ group: null, head, kind: "day", width: 12, cellOf });

const COLUMNS: readonly Column[] = [
  text(DOSSIERS.code, 24, ({ code }) => code),
  text(DOSSIERS.procedure, 50, ({ procedureName }) => procedureName),
  text(REPORTS.procedureField, 24, ({ fieldName }) => fieldName),
  text(DOSSIERS.unit, 30, ({ unitName }) => unitName),
  text(REPORTS.channel, 14, ({ channel }) => CHANNEL_NAMES[channel]),
  text(REPORTS.status, 20, ({ status }) => STATUS_NAMES[status]),
  day(DOSSIERS.received, ({ receivedOn }) => receivedOn),
  day(DOSSIERS.due, ({ dueOn }) => dueOn),
  day(DOSSIERS.finished, ({ finishedOn }) => finishedOn),
  { group: null, head: DOSSIERS.daysLate, kind: "count", width: 12, cellOf: ({ workingDaysLate }) => workingDaysLate },
  text(DOSSIERS.class, 16, (row) => CLASS_NAMES[row.class]),
];
/** To whole percents: an estimate has no more. */
const CHANCE: Column = {
  group: null,
  head: DOSSIERS.lateChance,
  kind: "percent",
  width: 12,
  cellOf: ({ lateChance }) => (lateChance === null ? null : 100 * Math.round(100 * lateChance)),
};
const OFFICER = text(REPORTS.officer, 24, ({ officer }) => officer);

async function* cellsOf(list: DossierStream, columns: readonly Column[]): AsyncGenerator<ReportCell[]> {
  for await (const row of list.rows) yield columns.map(({ cellOf }) => cellOf(row));
}

type ListInput = {
  readonly list: DossierStream;
  readonly measure: Measure;
  readonly withOfficers: boolean;
  /** What else narrows the list, in words. */
  readonly further: readonly string[];
};

/** Every dossier of a list, as a table to take away; officers only when they were asked for. */
export function buildDossiersReport({ list, measure, withOfficers, further }: ListInput, status: DataStatus): Report {
  const columns = [...COLUMNS, ...(list.tellsChance ? [CHANCE] : []), ...(withOfficers ? [OFFICER] : [])];
  return {
    ...reportFrame({
      kind: "dossiers",
      title: listTitle(list.total, measure, list.unit.name),
      unitName: list.unit.name,
      period: list.shownPeriod,
      formula: null,
      target: null,
      status,
      further,
    }),
    columns,
    rows: cellsOf(list, columns),
    rowCount: list.total,
    sums: [],
    notes: [
      stocksNote(list.asOf),
      DOSSIERS.note,
      ...(list.tellsChance ? [DOSSIERS.lateChanceNote(MONTHS_OF_LIVES)] : []),
      ...(withOfficers ? [REPORTS.personal] : []),
    ],
  };
}
