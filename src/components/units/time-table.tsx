import type { ReactNode } from "react";
import { dossierHref } from "@/components/dossiers/dossier-href";
import type { ResolvedView } from "@/components/filters/resolved-view";
import { CountLink } from "@/components/ui/count-link";
import { Note } from "@/components/ui/note";
import { formatCount } from "@/lib/format";
import type { Spread } from "@/lib/insight/spread";
import { dayShare, TIME, TIME_PART_NAMES } from "@/lib/strings/unit-time";

const PARTS = ["working", "awaitingSupplement", "awaitingPayment", "stopped"] as const;
const FILLS: Readonly<Record<(typeof PARTS)[number], string>> = {
  working: "bg-in-time",
  awaitingSupplement: "hatched border border-paused",
  awaitingPayment: "border border-paused",
  stopped: "bg-paused",
};

export type TimeParts = Readonly<Record<"total" | (typeof PARTS)[number], Spread>>;

type TimeTableProps = { readonly unitId: number; readonly view: ResolvedView; readonly time: TimeParts };

/** Working days from receipt to finish: how many, and what they went on. */
export function TimeTable({ unitId, view, time }: TimeTableProps) {
  const { total } = time;
  return (
    <>
      <div aria-hidden className="mb-2 flex h-3 max-w-3xl gap-px">
        {PARTS.filter((part) => time[part].sum > 0).map((part) => (
          <span key={part} className={FILLS[part]} style={{ flex: `${time[part].sum} 1 2px` }} />
        ))}
      </div>
      <table className="ledger max-w-3xl">
        <caption className="sr-only">{TIME.parts}</caption>
        <thead>
          <tr>
            <th scope="col">{TIME.part}</th>
            <th scope="col" className="num max-sm:hidden">
              {TIME.dossiers}
            </th>
            <th scope="col" className="num">
              {TIME.median}
            </th>
            <th scope="col" className="num">
              {TIME.ninth}
            </th>
            <th scope="col" className="num max-sm:hidden">
              {TIME.sum}
            </th>
            <th scope="col" className="num">
              {TIME.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {PARTS.map((part) => (
            <tr key={part}>
              <th scope="row">
                <span aria-hidden className={`mr-2 inline-block size-3 align-baseline ${FILLS[part]}`} />
                {TIME_PART_NAMES[part]}
              </th>
              <TimeCells spread={time[part]} all={total.sum}>
                {formatCount(time[part].count)}
              </TimeCells>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr data-row="total">
            <th scope="row">{TIME_PART_NAMES.total}</th>
            <TimeCells spread={total} all={total.sum}>
              <CountLink count={total.count} href={dossierHref({ unitId, ...view, measure: "resolved" })} />
            </TimeCells>
          </tr>
        </tfoot>
      </table>
      <Note>{TIME.note}</Note>
    </>
  );
}

type TimeCellsProps = { readonly spread: Spread; readonly all: number; readonly children: ReactNode };

function TimeCells({ spread, all, children }: TimeCellsProps) {
  return (
    <>
      <td className="num max-sm:hidden">{children}</td>
      <td className="num">{formatCount(spread.median)}</td>
      <td className="num">{formatCount(spread.ninth)}</td>
      <td className="num max-sm:hidden">{formatCount(spread.sum)}</td>
      <td className="num">{dayShare(spread.sum, all)}</td>
    </>
  );
}
