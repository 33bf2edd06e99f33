import "server-only";
import type { Pareto } from "@/lib/insight/pareto";
import { displayBp, WHOLE_BP } from "@/lib/sla";
import { RATE_NAMES } from "@/lib/strings/common";
import { HOME, paretoFinding } from "@/lib/strings/home";
import type { DataStatus } from "../queries/get-data-status";
import { column } from "./column";
import type { Report } from "./report";
import { reportFrame } from "./report-frame";
import type { RatedRow, RatedView } from "./rated-view";
import { verdictText } from "./verdict-text";

type ParetoInput = RatedView & {
  readonly pareto: Pareto<RatedRow> /** Of all that handle dossiers. */;
  readonly units: number;
};

/** Who makes the late dossiers, every unit that has any, as a table to take away. */
export function buildParetoReport({ pareto, units, ...view }: ParetoInput, status: DataStatus): Report {
  const { parts, vitalFew, whole } = pareto;
  const left = whole - parts.reduce((sum, part) => sum + part.count, 0);
  return {
    ...reportFrame({
      ...view,
      kind: "pareto",
      title: paretoFinding(vitalFew, units, parts[vitalFew - 1]?.runningBp ?? null),
      status,
    }),
    columns: [
      column("text", HOME.unit),
      column("count", HOME.lateCount),
      column("percent", HOME.share),
      column("percent", HOME.running),
      column("percent", RATE_NAMES[view.formula]),
      column("text", HOME.verdict),
    ],
    rows: parts.map(({ item, count, shareBp, runningBp }) => [
      item.name,
      count,
      shareBp,
      runningBp,
      displayBp(item.rate, view.target),
      verdictText(item.meetsTarget),
    ]),
    rowCount: parts.length,
    sums: left === 0 ? [] : [[HOME.others, left, WHOLE_BP - (parts.at(-1)?.runningBp ?? 0), WHOLE_BP, null, null]],
    notes: [],
  };
}
