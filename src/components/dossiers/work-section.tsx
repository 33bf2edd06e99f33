import Link from "next/link";
import type { ResolvedView } from "@/components/filters/resolved-view";
import { Section } from "@/components/ui/section";
import { TakeAway } from "@/components/ui/take-away";
import { dossierFilterToParams, type Measure } from "@/lib/filters";
import { MONTHS_OF_LIVES } from "@/lib/insight/late-chances";
import { DOSSIERS } from "@/lib/strings/dossiers";
import { HOME, workTitle } from "@/lib/strings/home";
import { dossierHref } from "./dossier-href";
import { DossierTable } from "./dossier-table";
import type { ShownDossierRow } from "./types";

export type WorkMeasure = Extract<Measure, "overdue" | "dueSoon" | "pausedLong">;

export type WorkList = {
  readonly measure: WorkMeasure;
  readonly total: number;
  /** The first ones, in the order of the days promised. */
  readonly rows: readonly ShownDossierRow[];
  readonly tellsChance: boolean;
  /** The chances are from before the newest change. */
  readonly chancesAreOld: boolean;
};

type WorkSectionProps = {
  readonly list: WorkList;
  readonly unitId: number;
  readonly view: ResolvedView;
  readonly mostRows: number;
};

const NONE: Readonly<Record<WorkMeasure, string>> = {
  overdue: HOME.noneOverdue,
  dueSoon: HOME.noneSoon,
  pausedLong: HOME.nonePaused,
};

/** The dossiers that wait for somebody: the oldest first, and the way to all of them. */
export function WorkSection({ list, unitId, view, mostRows }: WorkSectionProps) {
  const { measure, total, rows, tellsChance, chancesAreOld } = list;
  if (total === 0) return <p className="mt-6 text-secondary">{NONE[measure]}</p>;
  const title = workTitle(total, measure);
  const filter = { unitId, ...view, measure };
  return (
    <Section id={measure} title={title}>
      <TakeAway kind="dossiers" params={dossierFilterToParams(filter)} />
      <DossierTable label={title} rows={rows.slice(0, mostRows)} filter={filter} tellsChance={tellsChance} />
      {tellsChance && (
        <p className="mt-1 text-sm text-secondary">
          {DOSSIERS.lateChanceNote(MONTHS_OF_LIVES)} {chancesAreOld && DOSSIERS.chancesAreOld}
        </p>
      )}
      {total > mostRows && (
        <p className="mt-2 text-sm">
          <Link href={dossierHref(filter)} prefetch={false}>
            {HOME.allOfThem(total)}
          </Link>
        </p>
      )}
    </Section>
  );
}
