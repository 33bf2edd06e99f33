import { formatRate, NOTHING } from "@/lib/format";
import { heatOf } from "@/lib/insight/heat";
import type { Rate, TargetRule } from "@/lib/sla";
import { heatSign } from "@/lib/strings/map";

type HeatCellProps = { readonly rate: Rate; readonly target: TargetRule; readonly className: string };

/** A month of a unit: its figure on a tint, bold and signed where it is below, so that grey paper says the same. */
export function HeatCell({ rate, target, className }: HeatCellProps) {
  const heat = heatOf(rate, target);
  if (heat === "none") return <td className={`num text-secondary ${className}`}>{NOTHING}</td>;
  return (
    <td className={`num heat-${heat} ${className}`}>
      {`${heatSign(heat)} ${formatRate(rate, target).replace("%", "")}`.trim()}
    </td>
  );
}
