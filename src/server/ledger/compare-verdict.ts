import "server-only";
import type { DaySpan, DossierTimeline } from "@/lib/sla";
import type { StoredDossier } from "./stream-dossiers";
import type { Difference } from "./verify";

function spansText(spans: readonly DaySpan[]): string {
  return spans.length === 0 ? "-" : `{${spans.map(({ from, until }) => `[${from},${until ?? ""})`).join(",")}}`;
}

/** A timeline in the words in which `streamDossiers` tells the stored verdict. */
export function verdictText(timeline: DossierTimeline): string {
  return [
    timeline.counted ? "t" : "f",
    timeline.outcome ?? "-",
    timeline.closedOn ?? "-",
    timeline.dueCountedOn ?? "-",
    timeline.dueMet ? "t" : "f",
    spansText(timeline.pausedSpans),
    spansText(timeline.overdueSpans),
  ].join("|");
}

/** Whether a dossier's stored verdict is what the engine derives from its stored facts. */
export function compareVerdict({ id, verdict, timeline, hasReferences }: StoredDossier): Difference[] {
  const where = `dossier ${id}`;
  const expected = timeline === null ? "facts that contradict each other" : verdictText(timeline);
  return [
    ...(verdict === expected ? [] : [{ what: "verdict" as const, where, stored: verdict, expected }]),
    ...(hasReferences ? [] : [{ what: "reference" as const, where, stored: "missing", expected: "present" }]),
  ];
}
