import "server-only";
import type { Funnel } from "@/lib/insight/funnel";
import { displayBp } from "@/lib/sla";
import { COMPARE, funnelFinding, PLACE_NAMES } from "@/lib/strings/compare";
import type { DataStatus } from "../queries/get-data-status";
import { column } from "./column";
import type { RatedRow, RatedView } from "./rated-view";
import type { Report } from "./report";
import { reportFrame } from "./report-frame";

type FunnelInput = RatedView & { readonly funnel: Funnel<Pick<RatedRow, "name" | "rate">> };

/** Where each unit lies between the limits of chance, the furthest below first, as a table to take away. */
export function buildFunnelReport({ funnel, ...view }: FunnelInput, status: DataStatus): Report {
  const { points } = funnel;
  const far = points.filter(({ place }) => place === "farBelow").length;
  const title = funnelFinding(view.unitName, far, points.length, view.target);
  return {
    ...reportFrame({ ...view, kind: "funnel", title, status }),
    columns: [
      column("text", COMPARE.unit),
      column("count", COMPARE.counted),
      column("percent", COMPARE.rate),
      column("text", COMPARE.place),
    ],
    rows: points.map(({ row, of, place }) => [row.name, of, displayBp(row.rate, view.target), PLACE_NAMES[place]]),
    rowCount: points.length,
    sums: [],
    notes: [COMPARE.funnelNote],
  };
}
