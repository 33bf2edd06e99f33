import Link from "next/link";
import { type WorkList, type WorkMeasure, WorkSection } from "@/components/dossiers/work-section";
import { Section } from "@/components/ui/section";
import { TakeAway } from "@/components/ui/take-away";
import { unitHref } from "@/components/units/unit-href";
import { UnitTrend } from "@/components/units/unit-trend";
import type { ShownMonth } from "@/components/units/types";
import type { Rate } from "@/lib/sla";
import { viewToParams } from "@/lib/filters";
import { HOME, workFinding } from "@/lib/strings/home";
import { finding } from "@/lib/strings/ranking";
import { trendFinding } from "@/lib/strings/units";
import { HomeFrame } from "./home-frame";
import type { HomeBase } from "./types";

export type CommuneHomeProps = HomeBase & {
  readonly rate: Rate;
  readonly months: readonly ShownMonth[];
  readonly lists: readonly WorkList[];
};

const MOST_ROWS = 15;

/** A work list: what is overdue, what falls due next, what waits too long; then how the unit stands. */
export function CommuneHome({ rate, months, lists, ...base }: CommuneHomeProps) {
  const { unit, view } = base;
  const { formula, target } = view;
  const totalOf = (measure: WorkMeasure): number => lists.find((list) => list.measure === measure)?.total ?? 0;
  return (
    <HomeFrame
      {...base}
      title={workFinding(unit.name, totalOf("overdue"), totalOf("dueSoon"))}
      label={[finding(unit.name, rate, formula, target)]}
    >
      {lists.map((list) => (
        <WorkSection key={list.measure} list={list} unitId={unit.id} view={view} mostRows={MOST_ROWS} />
      ))}
      <Section id="trend" title={trendFinding(months, target)}>
        <TakeAway kind="trend" params={viewToParams(view)} canPrint />
        <UnitTrend unitId={unit.id} months={months} formula={formula} target={target} isFolded />
        <p className="mt-2 text-sm print:hidden">
          <Link href={unitHref(unit.id, view)} prefetch={false}>
            {HOME.unitPage}
          </Link>
        </p>
      </Section>
    </HomeFrame>
  );
}
