import { formatRate, NOTHING } from "@/lib/format";
import { displayBp, meetsTarget, type Rate, type TargetRule } from "@/lib/sla";

type HeatCellProps = { readonly rate: Rate; readonly target: TargetRule };

const FAR_BP = 500;
const WORST_BP = 1500;

/** A month of a unit: its figure on a tint, bold and signed where it is below, so that grey paper says the same. */
export function HeatCell({ rate, target }: HeatCellProps) {
  const bp = displayBp(rate, target);
  if (bp === null) return <td className="num text-secondary">{NOTHING}</td>;
  const figure = formatRate(rate, target).replace("%", "");
  if (meetsTarget(rate, target) === true) return <td className="num heat-met">{figure}</td>;
  const below = target.thresholdBp - bp;
  if (below >= WORST_BP) return <td className="num heat-worst">● {figure}</td>;
  if (below >= FAR_BP) return <td className="num heat-far">▲ {figure}</td>;
  return <td className="num heat-near">{figure}</td>;
}
