import "server-only";
import { FORM_COLUMNS } from "@/lib/form06a-columns";
import type { Period } from "@/lib/period";
import { addTallies, displayBp, emptyTally, FORMULAS, type FormulaId, type Tally, type TargetRule } from "@/lib/sla";
import { AGGREGATES } from "@/lib/strings/aggregates";
import { RATE_NAMES } from "@/lib/strings/common";
import { finding } from "@/lib/strings/ranking";
import { UNITS } from "@/lib/strings/units";
import type { AggregateForm } from "../queries/get-aggregate-fields";
import type { AggregateRow } from "../queries/get-aggregates";
import type { DataStatus } from "../queries/get-data-status";
import type { FieldTally } from "../queries/get-tallies-by-field";
import type { Report, ReportRow } from "./report";
import { oneLine, reportFrame } from "./report-frame";
import { toldPart } from "./told-part";

type FieldsInput = {
  readonly unitName: string;
  readonly period: Period;
  readonly formula: FormulaId;
  readonly target: TargetRule;
  readonly fields: readonly FieldTally[];
  /** What tables tell of the unit, and the forms II.06a among them by field. */
  readonly tables: readonly AggregateRow[];
  readonly forms: readonly AggregateForm[];
};

/** The counts of form II.06a by field, as a table to take away. */
export function buildFieldsReport(
  { unitName, period, formula, target, fields, tables, forms }: FieldsInput,
  status: DataStatus,
): Report {
  const total = fields.map(({ tally }) => tally).reduce(addTallies, emptyTally());
  const { rateOf } = FORMULAS[formula];
  const row = (order: number | null, name: string, tally: Tally): ReportRow => [
    order,
    name,
    ...FORM_COLUMNS.map(({ countIn }) => countIn(tally)),
    displayBp(rateOf(tally), target),
  ];
  return {
    ...reportFrame({
      kind: "fields",
      title: finding(unitName, rateOf(total), formula, target),
      unitName,
      period,
      formula,
      target,
      status,
      further: [UNITS.fields],
    }),
    columns: [
      { group: null, head: UNITS.order, kind: "count", width: 6 },
      { group: null, head: UNITS.field, kind: "text", width: 40 },
      ...FORM_COLUMNS.map(({ number, group, head }) => ({
        group,
        head: `${oneLine(head)} (${number})`,
        kind: "count" as const,
        width: 11,
      })),
      { group: null, head: oneLine(RATE_NAMES[formula]), kind: "percent", width: 10 },
    ],
    rows: fields.map(({ name, tally }, index) => row(index + 1, name, tally)),
    rowCount: fields.length,
    sums: [row(null, UNITS.fieldTotal, total)],
    apart: toldPart({
      rows: [
        ...tables.map((table) => ({ ...table, name: table.unitName })),
        ...forms.flatMap(({ fields: told, ...form }) =>
          told.map(({ fieldName, counts }) => ({ ...form, counts, name: fieldName })),
        ),
      ],
      formula,
      target,
      lead: [
        { group: null, head: "", kind: "count", width: 6, cellOf: () => null },
        { group: null, head: AGGREGATES.section.unitOrField, kind: "text", width: 40, cellOf: ({ name }) => name },
      ],
    }),
    notes: [UNITS.formNote],
  };
}
