import type { InspectorHomeProps } from "@/components/home/inspector-home";
import type { Viewer } from "@/lib/access/viewer";
import { weighEvidence } from "@/lib/insight/evidence";
import { lowUsageOf } from "@/lib/insight/low-usage";
import { lastMonthIn } from "@/lib/period";
import { emptyTally, received } from "@/lib/sla";
import { clampPeriod } from "@/server/queries/clamp-period";
import { getDataQuality } from "@/server/queries/get-data-quality";
import { loadExpectedVolumes } from "../load-expected-volumes";
import { loadHandlingUnits } from "./load-handling-units";
import type { LeveledBase } from "./load-ranked-home";
import { loadStocks } from "./load-stocks";

export async function loadInspectorHome(viewer: Viewer, { level, ...base }: LeveledBase): Promise<InspectorHomeProps> {
  const { unit, view, status } = base;
  // The signs look at every dossier of their period: on a first page at one month's, not at a year's.
  const lastMonth = lastMonthIn(clampPeriod(view, status.asOf));
  const [handling, stocks, expected, signs] = await Promise.all([
    loadHandlingUnits(viewer, base),
    loadStocks(viewer, base),
    loadExpectedVolumes(viewer, { unitId: unit.id, level: "commune", period: { from: view.from, to: view.to } }),
    getDataQuality(viewer, { ...lastMonth, unitId: unit.id, level }),
  ]);
  const [communes] = handling;
  return {
    ...base,
    total: communes?.total ?? { tally: emptyTally(), rate: null },
    evidence: handling
      .flatMap(({ rows }) => weighEvidence(rows, base.view.target))
      .sort((a, b) => b.below - a.below || b.row.tally.late - a.row.tally.late),
    lowUsage: lowUsageOf(
      communes?.rows ?? [],
      (row) => received(row.tally),
      ({ unitId }) => (unitId === null ? null : (expected.get(unitId) ?? null)),
    ),
    stocks,
    signs,
  };
}
