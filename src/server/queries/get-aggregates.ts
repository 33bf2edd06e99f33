import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { checkCounts } from "@/lib/aggregates/check-counts";
import { checkOpening, type UnlikeOpening } from "@/lib/aggregates/check-opening";
import { isAnyCounted } from "@/lib/aggregates/is-any-counted";
import type { RankingLevel } from "@/lib/filters";
import type { Period } from "@/lib/period";
import { addDays, type CalendarDay, type Tally } from "@/lib/sla";
import { requireUnit } from "../access/scope";
import { type NewestFigure, newestFigures } from "../aggregates/newest-figures";
import { readTallies, type TallyGroup } from "../ledger/read-tallies";
import { clampPeriod } from "./clamp-period";
import { getDataStatus } from "./get-data-status";
import { groupUnits } from "./group-units";

export type AggregateRow = Omit<NewestFigure, "fieldName"> & {
  /** Its cells do not make its totals. */
  readonly isBroken: boolean;
  /** It begins with another number than the table shown of the period before ended with; null when it does not. */
  readonly unlikeOpening: UnlikeOpening | null;
  /** What the dossiers of the same unit and period say; null when there are none. */
  readonly dossiers: Tally | null;
};

export type Aggregates = {
  readonly rows: readonly AggregateRow[];
  /** Tables of the period that are too many to show. */
  readonly left: number;
};

export type AggregatesInput = Period & {
  readonly unitId: number;
  readonly level: RankingLevel | null;
  /** A file takes more of them than a page. */
  readonly most?: number;
};

/** As many as a province has communes. */
const MOST_ROWS = 200;

/**
 * Tables within a period, of a unit itself (level null) or of the units of a level below it, newest first, each with
 * what the dossiers say of the same unit and period. They are part of no sum. Throws `notFound`.
 */
export async function getAggregates(
  viewer: Viewer,
  { unitId, level, from, to, most = MOST_ROWS }: AggregatesInput,
): Promise<Aggregates> {
  const unit = await requireUnit(viewer, unitId);
  const [{ rows: below, restIds }, status] = await Promise.all([
    groupUnits(viewer, unit, level, to),
    getDataStatus(viewer),
  ]);
  const members = new Map(
    level === null ? [[unit.id, restIds] as const] : below.map((group) => [group.unit.id, group.unitIds] as const),
  );
  const unitIds = [...members.keys()];
  const { figures, left } = await newestFigures(viewer, { unitIds, from, to }, { ofFields: false, most });
  const known = await readDossiers(viewer, figures, members, status.asOf);
  const endOf = new Map(figures.map((figure) => [`${seriesOf(figure)} ${figure.period.to}`, figure]));
  const rows = figures.map(({ fieldName: _whole, ...row }) => {
    const dossiers = known.get(keyOf(row.period))?.get(row.unitId) ?? null;
    const before = endOf.get(`${seriesOf(row)} ${addDays(row.period.from, -1)}`);
    return {
      ...row,
      isBroken: checkCounts(row.counts).length > 0,
      unlikeOpening: before === undefined ? null : checkOpening(before.counts, row.counts),
      dossiers: dossiers !== null && isAnyCounted(dossiers) ? dossiers : null,
    };
  });
  return { rows, left };
}

/** What the dossiers say of each period that a table is of, as far as they speak for it. */
async function readDossiers(
  viewer: Viewer,
  rows: readonly NewestFigure[],
  members: ReadonlyMap<number, readonly number[]>,
  asOf: CalendarDay | null,
): Promise<ReadonlyMap<string, ReadonlyMap<number, Tally>>> {
  const byPeriod = new Map<string, { period: Period; groups: TallyGroup[] }>();
  for (const { unitId, period } of rows) {
    const { from } = period;
    if (asOf === null || from > asOf) continue;
    const known = byPeriod.get(keyOf(period)) ?? { period, groups: [] };
    if (!known.groups.some(({ key }) => key === unitId)) {
      known.groups.push({ key: unitId, unitIds: members.get(unitId) ?? [] });
    }
    byPeriod.set(keyOf(period), known);
  }
  const tallies = await Promise.all(
    [...byPeriod].map(
      async ([key, { period, groups }]) => [key, await readTallies(viewer, groups, clampPeriod(period, asOf))] as const,
    ),
  );
  return new Map(tallies);
}

function keyOf({ from, to }: Period): string {
  return `${from} ${to}`;
}

function seriesOf({ unitId, sourceName }: Pick<NewestFigure, "unitId" | "sourceName">): string {
  return `${unitId} ${sourceName}`;
}
