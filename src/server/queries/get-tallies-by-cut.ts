import "server-only";
import { canSeeOfficers } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import type { Period } from "@/lib/period";
import { received, type Tally, TALLY_FIELDS, type TallyField } from "@/lib/sla";
import type { CutNarrowing, UnitCut } from "@/lib/unit-cuts";
import { requireUnit } from "../access/scope";
import { keptRows } from "../kept-rows";
import { AppError } from "../errors";
import { clampPeriod } from "./clamp-period";
import { getDataStatus } from "./get-data-status";
import { groupUnits } from "./group-units";
import { MEASURE_SQL, OFFICER_SQL } from "./measure-sql";

export type CutRow = {
  /** The procedure's id, the channel, or the officer (`NO_OFFICER` where none is named). */
  readonly key: string;
  /** Of a procedure; null for channels and officers. */
  readonly name: string | null;
  readonly tally: Tally;
};

const KEY_SQL: Readonly<Record<UnitCut, string>> = {
  procedures: "d.procedure_id",
  channels: "d.channel",
  officers: OFFICER_SQL,
};

/** What no measure of the period can count is left out before it is looked at ("+ 0" as in measure-sql.ts). */
const TOUCHES_PERIOD = `d.received_on + 0 <= $4 AND (d.closed_on IS NULL OR d.closed_on >= $3 OR d.due_counted_on >= $3)`;

function cutSql(cut: UnitCut): string {
  const counts = TALLY_FIELDS.map((field) => `count(*) FILTER (WHERE ${MEASURE_SQL[field]})::int AS "${field}"`);
  const name = cut === "procedures" ? "(SELECT p.name FROM procedure p WHERE p.id = c.key)" : "NULL::text";
  return `SELECT c.*, ${name} AS name FROM (
    SELECT ${KEY_SQL[cut]} AS key, ${counts.join(", ")}
      FROM dossier d
     WHERE d.province_id = $1 AND d.unit_id = ANY($2) AND d.counted AND ${TOUCHES_PERIOD}
       AND ($5::int IS NULL OR d.field_id = $5) AND ($6::int IS NULL OR d.procedure_id = $6)
     GROUP BY 1) c`;
}

/**
 * Counts of a unit and everything below it by procedure, channel or officer, counted from the dossiers by the
 * conditions of their lists: most late ones first. Throws `notFound`, also for officers asked for by a role that may
 * not see them.
 */
export async function getTalliesByCut(
  viewer: Viewer,
  input: Period & Partial<CutNarrowing> & { readonly unitId: number; readonly cut: UnitCut },
): Promise<CutRow[]> {
  const { unitId, cut } = input;
  if (cut === "officers" && !canSeeOfficers(viewer.role)) throw new AppError("notFound", { what: "officers" });
  const unit = await requireUnit(viewer, unitId);
  const [{ restIds }, status] = await Promise.all([groupUnits(viewer, unit, null, input.to), getDataStatus(viewer)]);
  const { from, to } = clampPeriod(input, status.asOf);
  const rows = await keptRows<Record<TallyField, number> & { key: string | number; name: string | null }>(
    cutSql(cut),
    [viewer.provinceId, restIds, from, to, input.fieldId ?? null, input.procedureId ?? null],
    `tallies-by-${cut}`,
  );
  return rows
    .map(({ key, name, ...tally }): CutRow => ({ key: String(key), name, tally }))
    .filter(({ tally }) => TALLY_FIELDS.some((field) => tally[field] > 0))
    .sort((a, b) => compareRows(a, b));
}

const collator = new Intl.Collator("vi");

function compareRows(a: CutRow, b: CutRow): number {
  const handled = ({ tally }: CutRow): number => tally.carriedOver + received(tally);
  return (
    b.tally.late - a.tally.late ||
    b.tally.overdue - a.tally.overdue ||
    handled(b) - handled(a) ||
    collator.compare(a.name ?? a.key, b.name ?? b.key)
  );
}
