import { NOTHING } from "@/lib/format";
import type { FairVerdict } from "@/lib/sla";
import { EVIDENCE_NAMES } from "@/lib/strings/ranking";

const COLOURS: Readonly<Record<FairVerdict, string>> = {
  surelyMet: "",
  undecided: "text-doubtful",
  surelyMissed: "text-overdue",
};

/** How sure a verdict is, in sign and word. */
export function EvidenceMark({ verdict, title }: { readonly verdict: FairVerdict | null; readonly title?: string }) {
  if (verdict === null) return <span className="text-secondary">{NOTHING}</span>;
  return (
    <span className={`whitespace-nowrap ${COLOURS[verdict]}`} title={title}>
      {EVIDENCE_NAMES[verdict]}
    </span>
  );
}
