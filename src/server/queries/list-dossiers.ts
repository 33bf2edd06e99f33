import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { DossierFilter } from "@/lib/filters";
import type { Period } from "@/lib/period";
import type { CalendarDay } from "@/lib/sla";
import type { ScopedUnit } from "../access/scope";
import { chancesAtHand } from "../chances/chances-at-hand";
import { keptRows } from "../kept-rows";
import { countSelected } from "./count-dossiers";
import {
  DOSSIER_SORT_SQL,
  type DossierColumns,
  type DossierListRow,
  dossierColumns,
  dossierJoins,
  sortableDossiers,
  toDossierRow,
} from "./dossier-rows";
import { selectDossiers } from "./select-dossiers";

export const DOSSIER_PAGE_SIZE = 50;

export type DossierList = {
  readonly unit: ScopedUnit;
  readonly period: Period;
  readonly asOf: CalendarDay | null;
  /** Whether the rows tell a chance of becoming late. */
  readonly tellsChance: boolean;
  /** They are from before the newest change, and being found anew: some rows may lack theirs. */
  readonly chancesAreOld: boolean;
  readonly total: number;
  readonly page: number;
  readonly pageCount: number;
  readonly rows: readonly DossierListRow[];
};

/** The dossiers that a number counts, a page at a time. Throws `notFound`. */
export async function listDossiers(viewer: Viewer, filter: DossierFilter): Promise<DossierList> {
  const selected = await selectDossiers(viewer, filter);
  const { unit, period, asOf, tellsChance, calendars, where, values } = selected;
  const chances = tellsChance || filter.sort === "lateChance" ? await chancesAtHand(viewer) : null;
  const total = await countSelected(viewer, filter, selected);
  const pageCount = Math.max(1, Math.ceil(total / DOSSIER_PAGE_SIZE));
  const page = Math.min(filter.page, pageCount);
  const sort = DOSSIER_SORT_SQL[filter.sort];
  const rows = await keptRows<DossierColumns>(
    `SELECT ${dossierColumns("$4")}
       FROM (SELECT d.* FROM ${sortableDossiers(filter.sort, "$4")} WHERE ${where} ORDER BY ${sort} LIMIT $12 OFFSET $13) d
       ${dossierJoins("$4")}
      ORDER BY ${sort} ${chances === null ? "" : `-- chances ${chances.stamp}`}`,
    [...values, DOSSIER_PAGE_SIZE, (page - 1) * DOSSIER_PAGE_SIZE],
  );
  return {
    unit,
    period,
    asOf,
    tellsChance,
    chancesAreOld: chances?.areOld ?? false,
    total,
    page,
    pageCount,
    rows: rows.map((row) => toDossierRow(row, period.to, calendars)),
  };
}
