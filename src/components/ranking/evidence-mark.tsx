import { NOTHING } from "@/lib/format";
import type { FairVerdict } from "@/lib/sla";
import { EVIDENCE_NAMES } from "@/lib/strings/ranking";

const COLOURS: Readonly<Record<FairVerdict, string>> = {
  surelyMet: "",
  undecided: "text-doubtful",
  surelyMissed: "text-overdue",
};

const SIGNS: Readonly<Record<FairVerdict, string>> = { surelyMet: "✓", undecided: "?", surelyMissed: "✕" };

/** How sure a verdict is, in sign and word; on paper the sign alone. */
export function EvidenceMark({ verdict, title }: { readonly verdict: FairVerdict | null; readonly title?: string }) {
  if (verdict === null) return <span className="text-secondary">{NOTHING}</span>;
  return (
    <span className={COLOURS[verdict]} title={title}>
      {SIGNS[verdict]} <span className="print:sr-only">{EVIDENCE_NAMES[verdict]}</span>
    </span>
  );
}
