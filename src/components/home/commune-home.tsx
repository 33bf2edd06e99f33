import Link from "next/link";
import { dossierHref } from "@/components/dossiers/dossier-href";
import { DossierTable } from "@/components/dossiers/dossier-table";
import type { ShownDossierRow } from "@/components/dossiers/types";
import { Section } from "@/components/ui/section";
import { unitHref } from "@/components/units/unit-href";
import { UnitTrend } from "@/components/units/unit-trend";
import type { ShownMonth } from "@/components/units/types";
import type { Measure } from "@/lib/filters";
import type { Rate } from "@/lib/sla";
import { HOME, workFinding, workTitle } from "@/lib/strings/home";
import { finding } from "@/lib/strings/ranking";
import { trendFinding } from "@/lib/strings/units";
import { HomeFrame } from "./home-frame";
import type { HomeBase } from "./types";

export type WorkMeasure = Extract<Measure, "overdue" | "dueSoon" | "pausedLong">;

export type WorkList = {
  readonly measure: WorkMeasure;
  readonly total: number;
  /** The first page, in the order of the days promised. */
  readonly rows: readonly ShownDossierRow[];
};

export type CommuneHomeProps = HomeBase & {
  readonly rate: Rate;
  readonly months: readonly ShownMonth[];
  readonly lists: readonly WorkList[];
};

const MOST_ROWS = 15;

const NONE: Readonly<Record<WorkMeasure, string>> = {
  overdue: HOME.noneOverdue,
  dueSoon: HOME.noneSoon,
  pausedLong: HOME.nonePaused,
};

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
        <WorkSection key={list.measure} list={list} unitId={unit.id} from={view.from} to={view.to} />
      ))}
      <Section id="trend" title={trendFinding(months, target)}>
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

type WorkSectionProps = {
  readonly list: WorkList;
  readonly unitId: number;
  readonly from: HomeBase["view"]["from"];
  readonly to: HomeBase["view"]["to"];
};

function WorkSection({ list, unitId, from, to }: WorkSectionProps) {
  const { measure, total, rows } = list;
  if (total === 0) return <p className="mt-6 text-secondary">{NONE[measure]}</p>;
  const title = workTitle(total, measure);
  return (
    <Section id={measure} title={title}>
      <DossierTable label={title} rows={rows.slice(0, MOST_ROWS)} />
      {total > MOST_ROWS && (
        <p className="mt-2 text-sm">
          <Link href={dossierHref({ unitId, from, to, measure })} prefetch={false}>
            {HOME.allOfThem(total)}
          </Link>
        </p>
      )}
    </Section>
  );
}
