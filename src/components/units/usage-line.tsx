import { dossierHref } from "@/components/dossiers/dossier-href";
import type { ResolvedView } from "@/components/filters/resolved-view";
import { CountLink } from "@/components/ui/count-link";
import { USAGE, usageText } from "@/lib/strings/unit-insight";

export type ShownUsage = {
  readonly received: number;
  readonly middle: number;
  readonly units: number;
  readonly isHardlyUsed: boolean;
};

type UsageLineProps = { readonly unitId: number; readonly view: ResolvedView; readonly usage: ShownUsage };

/** That a commune takes in strangely few dossiers: a question, not a reproach. */
export function UsageLine({ unitId, view, usage }: UsageLineProps) {
  return (
    <p className="mt-4 [&_a]:underline">
      <strong>{USAGE.lead}</strong>{" "}
      <CountLink count={usage.received} href={dossierHref({ unitId, ...view, measure: "received" })} />{" "}
      {usageText(usage)}
    </p>
  );
}
