import "server-only";
import { canSeeOfficers } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import type { DossierFilter } from "@/lib/filters";
import type { Period } from "@/lib/period";
import type { CalendarDay } from "@/lib/sla";
import type { ScopedUnit } from "../access/scope";
import { keepLateChances } from "../chances/keep-late-chances";
import { queryRows } from "../db";
import { AppError } from "../errors";
import {
  DOSSIER_SORT_SQL,
  type DossierColumns,
  type DossierListRow,
  dossierColumns,
  dossierJoins,
  sortableDossiers,
  toDossierRow,
} from "./dossier-rows";
import { type SelectedDossiers, selectDossiers } from "./select-dossiers";

export type StreamedDossier = DossierListRow & {
  /** Null when unknown or not asked for. */
  readonly officer: string | null;
};

export type DossierStream = {
  readonly unit: ScopedUnit;
  /** The period as it was asked for. */
  readonly shownPeriod: Period;
  readonly asOf: CalendarDay | null;
  /** Whether the rows tell a chance of becoming late. */
  readonly tellsChance: boolean;
  readonly total: number;
  readonly rows: AsyncGenerator<StreamedDossier>;
};

const BATCH = 1000;

/**
 * All the dossiers that a number counts, in the order of the list. Their ids are read first (8 bytes each), the rest
 * some at a time as the rows are consumed: no connection is held meanwhile. Throws `notFound`, also for officers
 * asked for by a role that may not see them.
 */
export async function streamDossierList(
  viewer: Viewer,
  filter: Omit<DossierFilter, "page"> & { readonly withOfficers: boolean },
): Promise<DossierStream> {
  if (filter.withOfficers && !canSeeOfficers(viewer.role)) throw new AppError("notFound", { what: "officers" });
  const selected = await selectDossiers(viewer, filter);
  if (selected.tellsChance || filter.sort === "lateChance") await keepLateChances(viewer);
  const [found] = await queryRows<{ ids: string }>(
    `SELECT coalesce(string_agg(d.id::text, ',' ORDER BY ${DOSSIER_SORT_SQL[filter.sort]}), '') AS ids
       FROM ${sortableDossiers(filter.sort, "$4")} WHERE ${selected.where}`,
    selected.values,
  );
  const ids = found === undefined || found.ids === "" ? new Float64Array(0) : toNumbers(found.ids);
  return {
    unit: selected.unit,
    shownPeriod: { from: filter.from, to: filter.to },
    asOf: selected.asOf,
    tellsChance: selected.tellsChance,
    total: ids.length,
    rows: readRows(viewer, ids, selected, filter.withOfficers),
  };
}

function toNumbers(list: string): Float64Array {
  return Float64Array.from(list.split(","), Number);
}

async function* readRows(
  viewer: Viewer,
  ids: Float64Array,
  { values, period, calendars }: SelectedDossiers,
  withOfficers: boolean,
): AsyncGenerator<StreamedDossier> {
  const [, unitIds] = values;
  for (let first = 0; first < ids.length; first += BATCH) {
    const rows = await queryRows<DossierColumns & { officer: string | null }>(
      `SELECT ${dossierColumns("$4")}, ${withOfficers ? "d.officer" : "NULL::text"} AS officer
         FROM unnest($1::bigint[]) WITH ORDINALITY AS pick(id, place)
         JOIN dossier d ON d.province_id = $2 AND d.id = pick.id AND d.unit_id = ANY($3)
         ${dossierJoins("$4")}
        ORDER BY pick.place`,
      [[...ids.subarray(first, first + BATCH)], viewer.provinceId, unitIds, period.to],
      withOfficers ? "stream-dossiers-officers" : "stream-dossiers",
    );
    for (const row of rows) yield toDossierRow(row, period.to, calendars);
  }
}
