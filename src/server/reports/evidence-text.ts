import "server-only";
import type { FairVerdict } from "@/lib/sla";
import { EVIDENCE_NAMES, EVIDENCE_SIGNS } from "@/lib/strings/ranking";

/** What the evidence lets one say, as a cell; empty where there is nothing to judge. */
export function evidenceText(verdict: FairVerdict | null): string | null {
  return verdict === null ? null : `${EVIDENCE_SIGNS[verdict]} ${EVIDENCE_NAMES[verdict]}`;
}
