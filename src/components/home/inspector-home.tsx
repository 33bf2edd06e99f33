import Link from "next/link";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import type { ShownQuality } from "@/components/quality/types";
import type { ShownRankingRow } from "@/components/ranking/types";
import { TakeAway } from "@/components/ui/take-away";
import { homeViewToParams } from "@/lib/home-view";
import type { Evidence } from "@/lib/insight/evidence";
import type { LowUsage } from "@/lib/insight/low-usage";
import { viewToParams } from "@/lib/filters";
import { evidenceFinding, HOME, laggingFinding, lowUsageFinding, signsFinding } from "@/lib/strings/home";
import { FORMULA_TEXTS } from "@/lib/strings/common";
import { finding } from "@/lib/strings/ranking";
import { EvidenceTable } from "./evidence-table";
import { HomeFrame } from "./home-frame";
import { LowUsageTable } from "./low-usage-table";
import { OddSigns } from "./odd-signs";
import { TodaysWork } from "./todays-work";
import type { HomeBase, Stocks } from "./types";
import type { Rate, Tally } from "@/lib/sla";

export type InspectorHomeProps = HomeBase & {
  readonly total: { readonly tally: Tally; readonly rate: Rate };
  /** Of each level by itself, the heaviest evidence first. */
  readonly evidence: readonly Evidence<ShownRankingRow>[];
  readonly lowUsage: readonly LowUsage<ShownRankingRow>[];
  readonly stocks: Stocks;
  /** What looks odd in the dossiers of the last month. */
  readonly signs: ShownQuality;
};

const MOST_ROWS = 20;

/** Where to go next, and with which dossiers in hand. */
export function InspectorHome({ total, evidence, lowUsage, stocks, signs, ...base }: InspectorHomeProps) {
  const { unit, view } = base;
  const { formula, target } = view;
  const sure = evidence.filter(({ verdict }) => verdict === "surelyMissed").length;
  const shown = evidence.slice(0, MOST_ROWS);
  const late = shown.reduce((sum, { row }) => sum + row.tally.late, 0);
  const laggingTitle = laggingFinding(shown.length, late, total.tally.late);
  const usageTitle = lowUsageFinding(lowUsage);
  const signsTitle = signsFinding(signs.period, Object.values(signs.total.counts));
  return (
    <HomeFrame
      {...base}
      title={evidenceFinding(unit.name, sure, evidence.length, target)}
      label={[finding(unit.name, total.rate, formula, target)]}
    >
      <TodaysWork unitId={unit.id} view={view} overdue={total.tally.overdue} stocks={stocks} />
      <div className="grid gap-x-16 xl:grid-cols-[2fr_1fr] print:block">
        <Section id="evidence" title={laggingTitle}>
          <TakeAway kind="evidence" params={homeViewToParams(view)} canPrint />
          <EvidenceTable title={HOME.lagging} evidence={shown} view={view} />
          <Note>
            {HOME.evidenceNote} {shown.length < evidence.length && HOME.evidenceRest(shown.length, evidence.length)}
          </Note>
          <Note>{FORMULA_TEXTS[formula]}</Note>
          <p className="mt-2 text-sm print:hidden">
            <Link href={`/compare?${viewToParams(view)}`} prefetch={false}>
              {HOME.compare}
            </Link>
          </p>
        </Section>
        <Section id="usage" title={usageTitle}>
          <TakeAway kind="usage" params={homeViewToParams(view)} />
          {lowUsage.length > 0 && <LowUsageTable title={usageTitle} units={lowUsage} view={view} />}
          <Note>{HOME.lowUsageNote}</Note>
        </Section>
      </div>
      <Section id="signs" title={signsTitle}>
        <OddSigns title={signsTitle} signs={signs} view={view} />
      </Section>
    </HomeFrame>
  );
}
