import { toTally } from "@/lib/aggregates/to-tally";
import { tellsOverdue } from "@/lib/aggregates/told-figures";
import { formatCount, formatMonth, formatRate, NOTHING } from "@/lib/format";
import { type CalendarDay, received, resolvedTotal, type TargetRule } from "@/lib/sla";
import { AGGREGATES } from "@/lib/strings/aggregates";
import type { ShownToldMonth } from "./types";

type ToldMonthRowProps = ShownToldMonth & { readonly month: CalendarDay; readonly target: TargetRule };

const { section: words } = AGGREGATES;

/** A month of the trend's table that exists as a table of counts only: no list lies behind its numbers. */
export function ToldMonthRow({ month, target, counts, rate, sourceName, asOf }: ToldMonthRowProps) {
  const tally = toTally(counts);
  return (
    <tr data-told="">
      <th scope="row">
        {formatMonth(month)} ◇{" "}
        <span className="text-xs font-normal text-secondary">
          {words.mark} ({words.sourceText(sourceName, asOf)})
        </span>
      </th>
      <td className="num text-secondary max-sm:hidden">{formatCount(received(tally))}</td>
      <td className="num text-secondary">{formatCount(resolvedTotal(tally))}</td>
      <td className="num text-secondary">{formatCount(tally.late)}</td>
      <td className="num text-secondary max-sm:hidden">
        {tellsOverdue(counts) ? formatCount(tally.overdue) : NOTHING}
      </td>
      <td className="num text-secondary">{formatRate(rate, target)}</td>
    </tr>
  );
}
