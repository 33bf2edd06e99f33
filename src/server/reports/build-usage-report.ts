import "server-only";
import type { LowUsage } from "@/lib/insight/low-usage";
import { HOME, lowUsageFinding } from "@/lib/strings/home";
import type { DataStatus } from "../queries/get-data-status";
import { column } from "./column";
import type { RatedRow, RatedView } from "./rated-view";
import type { Report } from "./report";
import { reportFrame } from "./report-frame";

type UsageInput = Pick<RatedView, "unitName" | "period"> & { readonly units: readonly LowUsage<RatedRow>[] };

const BP_OF_PERCENT = 100;

/** The units that hardly use the software, as a table to take away. */
export function buildUsageReport({ units, ...view }: UsageInput, status: DataStatus): Report {
  const title = lowUsageFinding(units);
  return {
    ...reportFrame({ ...view, formula: null, target: null, kind: "usage", title, status }),
    columns: [
      column("text", HOME.unit),
      column("count", HOME.received),
      column("percent", HOME.ofMiddle),
      column("count", HOME.expected),
    ],
    rows: units.map(({ item, received, ofMiddle, expected }) => [
      item.name,
      received,
      BP_OF_PERCENT * ofMiddle,
      expected,
    ]),
    rowCount: units.length,
    sums: [],
    notes: [HOME.lowUsageNote],
  };
}
