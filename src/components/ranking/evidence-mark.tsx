import { NOTHING } from "@/lib/format";
import type { FairVerdict } from "@/lib/sla";
import { EVIDENCE_NAMES, EVIDENCE_SIGNS } from "@/lib/strings/ranking";

const COLOURS: Readonly<Record<FairVerdict, string>> = {
  surelyMet: "",
  undecided: "text-doubtful",
  surelyMissed: "font-semibold text-overdue",
};

/** What the evidence lets one say, in sign and word; on paper the sign alone. */
export function EvidenceMark({ verdict, title }: { readonly verdict: FairVerdict | null; readonly title?: string }) {
  if (verdict === null) return <span className="text-secondary">{NOTHING}</span>;
  return (
    <span className={`whitespace-nowrap ${COLOURS[verdict]}`} title={title}>
      {EVIDENCE_SIGNS[verdict]} <span className="print:sr-only">{EVIDENCE_NAMES[verdict]}</span>
    </span>
  );
}
