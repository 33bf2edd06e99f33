import "server-only";
import type { Evidence } from "@/lib/insight/evidence";
import { displayBp, missingToTarget, resolvedTotal, WHOLE_BP } from "@/lib/sla";
import { capitalise, RATE_NAMES } from "@/lib/strings/common";
import { evidenceFinding, HOME } from "@/lib/strings/home";
import { RANKING } from "@/lib/strings/ranking";
import type { DataStatus } from "../queries/get-data-status";
import { column } from "./column";
import type { RatedRow, RatedView } from "./rated-view";
import type { Report } from "./report";
import { reportFrame } from "./report-frame";
import { evidenceText } from "./evidence-text";

type EvidenceInput = RatedView & { readonly evidence: readonly Evidence<RatedRow>[] };

/** Every unit by the weight of evidence against it, as a table to take away. */
export function buildEvidenceReport({ evidence, ...view }: EvidenceInput, status: DataStatus): Report {
  const { unitName, formula, target } = view;
  const sure = evidence.filter(({ verdict }) => verdict === "surelyMissed").length;
  return {
    ...reportFrame({
      ...view,
      kind: "evidence",
      title: evidenceFinding(unitName, sure, evidence.length, target),
      status,
    }),
    columns: [
      column("text", HOME.unit),
      column("count", HOME.resolved),
      column("count", HOME.lateCount),
      column("count", capitalise(RANKING.overdue)),
      column("percent", RATE_NAMES[formula]),
      column("percent", HOME.belowProbability),
      column("count", RANKING.missing),
      column("text", RANKING.verdict),
    ],
    rows: evidence.map(({ row, below, verdict }) => [
      row.name,
      resolvedTotal(row.tally),
      row.tally.late,
      row.tally.overdue,
      displayBp(row.rate, target),
      // Never certain, however it is rounded.
      Math.min(WHOLE_BP - 1, Math.max(1, Math.round(below * WHOLE_BP))),
      missingToTarget(row.rate, target),
      evidenceText(verdict),
    ]),
    rowCount: evidence.length,
    sums: [],
    notes: [HOME.evidenceNote],
  };
}
