import Link from "next/link";
import { dossierHref } from "@/components/dossiers/dossier-href";
import { CountLink } from "@/components/ui/count-link";
import { Note } from "@/components/ui/note";
import { TableFrame } from "@/components/ui/table-frame";
import { FORM_COLUMNS } from "@/lib/form06a-columns";
import { formatRate } from "@/lib/format";
import type { Period } from "@/lib/period";
import { FORMULAS, type FormulaId, meetsTarget, type Tally, type TargetRule } from "@/lib/sla";
import { FORMULA_TEXTS, RATE_NAMES } from "@/lib/strings/common";
import { UNITS } from "@/lib/strings/units";
import type { ShownField } from "./types";
import { unitCutHref } from "./unit-href";

type FieldTableProps = {
  readonly unitId: number;
  readonly period: Period;
  readonly formula: FormulaId;
  readonly target: TargetRule;
  readonly fields: readonly ShownField[];
  readonly total: Tally;
};

/** The counts of form II.06a by field, and the rate beside them. */
export function FieldTable({ unitId, period, formula, target, fields, total }: FieldTableProps) {
  if (fields.length === 0) return <p>{UNITS.noFields}</p>;
  const row = (tally: Tally, fieldId: number | null) => {
    const rate = FORMULAS[formula].rateOf(tally);
    return (
      <>
        {FORM_COLUMNS.map(({ number, measure, countIn }) => (
          <td key={number} className="num">
            <CountLink
              count={countIn(tally)}
              href={dossierHref({ unitId, ...period, formula, target, measure, fieldId })}
            />
          </td>
        ))}
        <td className={`num font-bold ${meetsTarget(rate, target) === false ? "text-overdue" : ""}`}>
          {formatRate(rate, target)}
        </td>
      </>
    );
  };
  return (
    <>
      <TableFrame label={UNITS.fields}>
        <table className="ledger">
          <caption className="sr-only">{UNITS.fields}</caption>
          <FieldTableHead formula={formula} />
          <tbody>
            {fields.map((field, index) => (
              <tr key={field.fieldId}>
                <td className="num max-sm:hidden">{index + 1}</td>
                <th scope="row" className="pinned min-w-40">
                  <Link
                    href={unitCutHref(
                      unitId,
                      "procedures",
                      { ...period, formula, target },
                      {
                        fieldId: field.fieldId,
                        procedureId: null,
                      },
                    )}
                    prefetch={false}
                  >
                    {field.name}
                  </Link>
                </th>
                {row(field.tally, field.fieldId)}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr data-row="total">
              <td className="max-sm:hidden" />
              <th scope="row" className="pinned">
                {UNITS.fieldTotal}
              </th>
              {row(total, null)}
            </tr>
          </tfoot>
        </table>
      </TableFrame>
      <Note>{UNITS.formNote}</Note>
      <Note>{FORMULA_TEXTS[formula]}</Note>
    </>
  );
}

function FieldTableHead({ formula }: { readonly formula: FormulaId }) {
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2} className="num !border-b-0 max-sm:hidden">
          {UNITS.order}
        </th>
        <th scope="col" rowSpan={2} className="pinned !border-b-0">
          {UNITS.field}
        </th>
        <th scope="colgroup" colSpan={4}>
          {UNITS.form.received}
        </th>
        <th scope="colgroup" colSpan={4}>
          {UNITS.form.resolved}
        </th>
        <th scope="colgroup" colSpan={3}>
          {UNITS.form.open}
        </th>
        <th scope="col" rowSpan={2} className="num !border-b-0">
          {RATE_NAMES[formula]}
        </th>
      </tr>
      <tr>
        {FORM_COLUMNS.map((column) => (
          <th key={column.number} scope="col" className="num !border-b-0">
            {column.head}
          </th>
        ))}
      </tr>
      <tr className="text-xs">
        <td className="num max-sm:hidden">(1)</td>
        <td className="pinned">(2)</td>
        {FORM_COLUMNS.map(({ number }) => (
          <td key={number} className="num">
            ({number})
          </td>
        ))}
        <td />
      </tr>
    </thead>
  );
}
