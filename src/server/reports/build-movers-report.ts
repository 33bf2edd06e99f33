import "server-only";
import type { Mover } from "@/lib/insight/movers";
import type { Period } from "@/lib/period";
import { displayBp } from "@/lib/sla";
import { HOME, moversFinding } from "@/lib/strings/home";
import { describePeriod } from "@/lib/strings/periods";
import type { DataStatus } from "../queries/get-data-status";
import { column } from "./column";
import type { RatedRow, RatedView } from "./rated-view";
import type { Report } from "./report";
import { reportFrame } from "./report-frame";

type MoversInput = RatedView & { readonly movers: readonly Mover<RatedRow>[]; readonly before: Period };

/** Who got better and who worse, as a table to take away; the change is a difference of percentages. */
export function buildMoversReport({ movers, before, ...view }: MoversInput, status: DataStatus): Report {
  const count = (sign: number): number => movers.filter(({ changeBp }) => Math.sign(changeBp) === sign).length;
  return {
    ...reportFrame({ ...view, kind: "movers", title: moversFinding(count(1), count(-1), before), status }),
    columns: [
      column("text", HOME.unit),
      column("percent", `${HOME.before}: ${describePeriod(before)}`),
      column("percent", HOME.now),
      column("percent", HOME.changePoints),
    ],
    rows: movers.map(({ row, before: old, changeBp }) => [
      row.name,
      displayBp(old, view.target),
      displayBp(row.rate, view.target),
      changeBp,
    ]),
    rowCount: movers.length,
    sums: [],
    notes: [],
  };
}
