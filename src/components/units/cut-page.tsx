import Link from "next/link";
import type { PathStep } from "@/components/layout/context-bar";
import { Note } from "@/components/ui/note";
import { TakeAway } from "@/components/ui/take-away";
import { viewToParams } from "@/lib/filters";
import { paretoOf } from "@/lib/insight/pareto";
import { addTallies, emptyTally } from "@/lib/sla";
import { capitalise, FORMULA_TEXTS } from "@/lib/strings/common";
import { describePeriod } from "@/lib/strings/periods";
import { stocksNote } from "@/lib/strings/ranking";
import { CUTS, cutFinding } from "@/lib/strings/unit-parts";
import { type CutNarrowing, cutNarrowingToParams, MOST_CUT_ROWS, type UnitCut } from "@/lib/unit-cuts";
import { CutTable, type ShownCutRow } from "./cut-table";
import { unitCutHref } from "./unit-href";
import { UnitFrame, type UnitFrameProps } from "./unit-frame";

export type CutPageProps = {
  readonly frame: UnitFrameProps;
  readonly cut: UnitCut;
  /** Most late ones first. */
  readonly rows: readonly ShownCutRow[];
  readonly showsAll: boolean;
  readonly narrowing: CutNarrowing;
  readonly names: { readonly field: string | null; readonly procedure: string | null };
};

/** A unit's counts by procedure, channel or officer: who makes the late ones, then the table. */
export function CutPage({ frame, cut, rows, showsAll, narrowing, names }: CutPageProps) {
  const { unit, view, status } = frame;
  const sum = (some: readonly ShownCutRow[]) => some.map(({ tally }) => tally).reduce(addTallies, emptyTally());
  const total = sum(rows);
  const { vitalFew, parts } = paretoOf(rows, ({ tally }) => tally.late, total.late);
  const runningBp = parts[vitalFew - 1]?.runningBp ?? null;
  // A single row in a line of its own is as short as the line that would stand for it.
  const isShort = !showsAll && rows.length > MOST_CUT_ROWS + 1;
  const shown = isShort ? rows.slice(0, MOST_CUT_ROWS) : rows;
  const left = rows.slice(shown.length);
  const params = viewToParams(view);
  params.set("unitId", String(unit.id));
  const narrowed = cutNarrowingToParams(narrowing);
  for (const [name, value] of Object.entries(narrowed)) params.set(name, value);
  const href = unitCutHref(unit.id, cut, view, narrowing);
  return (
    <UnitFrame
      frame={frame}
      part={cut}
      title={cutFinding(unit.name, cut, { few: vitalFew, rows: rows.length, runningBp })}
      label={[capitalise(describePeriod({ from: view.from, to: view.to })), names.procedure, names.field]
        .filter((part) => part !== null)
        .join(" · ")}
      narrowed={{ steps: narrowedSteps(frame, narrowing, names), params: narrowed }}
    >
      <div className="mt-6 max-w-[1280px]">
        {rows.length === 0 ? (
          <p>{CUTS.none}</p>
        ) : (
          <>
            <TakeAway kind={cut} params={params} canPrint />
            <CutTable
              unitId={unit.id}
              cut={cut}
              narrowing={narrowing}
              leadsToOfficers={frame.canSeeOfficers}
              view={view}
              rows={shown}
              others={left.length === 0 ? null : { count: left.length, tally: sum(left) }}
              total={total}
            />
            {(isShort || (showsAll && rows.length > MOST_CUT_ROWS + 1)) && (
              <p className="mt-2 text-sm print:hidden">
                <Link href={isShort ? `${href}&all=1` : href} prefetch={false}>
                  {isShort ? CUTS.all(rows.length, cut) : CUTS.fewer}
                </Link>
              </p>
            )}
            <Note>
              {CUTS.explained} {FORMULA_TEXTS[view.formula]}{" "}
              {stocksNote(status.asOf === null ? null : shownAsOf(frame))}
            </Note>
            {cut === "officers" && <Note>{CUTS.personal}</Note>}
          </>
        )}
      </div>
    </UnitFrame>
  );
}

/** The field leads to its procedures, the procedure to its officers. */
function narrowedSteps(
  { unit, view, canSeeOfficers }: UnitFrameProps,
  { fieldId, procedureId }: CutNarrowing,
  { field, procedure }: CutPageProps["names"],
): PathStep[] {
  const hrefOf = (cut: UnitCut, narrowing: CutNarrowing) => unitCutHref(unit.id, cut, view, narrowing);
  return [
    ...(field === null
      ? []
      : [{ name: field, href: hrefOf("procedures", { fieldId, procedureId: null }), isMinor: true }]),
    ...(procedure === null
      ? []
      : [
          {
            name: procedure,
            href: hrefOf(canSeeOfficers ? "officers" : "procedures", { fieldId, procedureId }),
            isMinor: true,
          },
        ]),
  ];
}

function shownAsOf({ view, status }: UnitFrameProps) {
  return status.asOf !== null && status.asOf < view.to ? status.asOf : view.to;
}
