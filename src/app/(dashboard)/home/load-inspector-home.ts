import type { InspectorHomeProps } from "@/components/home/inspector-home";
import type { HomeBase } from "@/components/home/types";
import type { Viewer } from "@/lib/access/viewer";
import { weighEvidence } from "@/lib/insight/evidence";
import { lowUsageOf } from "@/lib/insight/low-usage";
import { emptyTally, received } from "@/lib/sla";
import { loadHandlingUnits } from "./load-handling-units";
import { loadStocks } from "./load-stocks";

export async function loadInspectorHome(viewer: Viewer, base: HomeBase): Promise<InspectorHomeProps> {
  const [handling, stocks] = await Promise.all([loadHandlingUnits(viewer, base), loadStocks(viewer, base)]);
  const [communes] = handling;
  return {
    ...base,
    total: communes?.total ?? { tally: emptyTally(), rate: null },
    evidence: handling
      .flatMap(({ rows }) => weighEvidence(rows, base.view.target))
      .sort((a, b) => b.below - a.below || b.row.tally.late - a.row.tally.late),
    lowUsage: lowUsageOf(communes?.rows ?? [], (row) => received(row.tally)),
    stocks,
  };
}
