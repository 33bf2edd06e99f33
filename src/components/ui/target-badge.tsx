import { NOTHING } from "@/lib/format";
import { VERDICTS } from "@/lib/strings/classes";

type TargetBadgeProps = { /** Null: nothing to count. */ readonly meetsTarget: boolean | null };

/** Sign and word; red only where a decision is due. */
export function TargetBadge({ meetsTarget }: TargetBadgeProps) {
  if (meetsTarget === null) return <span className="text-secondary">{NOTHING}</span>;
  return meetsTarget ? (
    <span className="whitespace-nowrap">{VERDICTS.met}</span>
  ) : (
    <span className="whitespace-nowrap font-semibold text-overdue">{VERDICTS.missed}</span>
  );
}
