import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { Period } from "@/lib/period";
import type { Tally } from "@/lib/sla";
import { requireUnit } from "../access/scope";
import { keptRows } from "../kept-rows";
import { MOVEMENT_COLUMNS, type MovementColumn, type MovementSums, NO_MOVEMENTS } from "../ledger/movement-columns";
import { splitPeriod } from "../ledger/pieces";
import { toTally } from "../ledger/to-tally";
import { clampPeriod } from "./clamp-period";
import { getDataStatus } from "./get-data-status";
import { groupUnits } from "./group-units";

export type FieldTally = {
  readonly fieldId: number;
  readonly code: string;
  readonly name: string;
  readonly tally: Tally;
};

type FieldRow = { field_id: number; code: string; name: string; within: boolean } & Record<MovementColumn, number>;

const SUMS = MOVEMENT_COLUMNS.map((column) => `sum(l.${column})::int AS ${column}`).join(", ");
const RESUMMED = MOVEMENT_COLUMNS.map((column) => `sum(p.${column})::int AS ${column}`).join(", ");

function piece(within: string, table: "ledger_field_month" | "dossier_movement", range: string): string {
  return `SELECT l.field_id, ${within} AS within, ${SUMS} FROM ${table} l
    WHERE l.province_id = $1 AND l.unit_id = ANY($2) AND ${range} GROUP BY 1, 2`;
}

const FIELD_SQL = `
  WITH piece AS (
    ${[
      piece("false", "ledger_field_month", "l.month < $3"),
      piece("true", "ledger_field_month", "l.month >= $5 AND l.month < $6"),
      // All the days at once: each look at them reads whoever was ever paused or overdue.
      piece("l.day >= $4", "dossier_movement", "(l.day >= $3 AND l.day < $5 OR l.day >= $6 AND l.day < $7)"),
    ].join(" UNION ALL ")}
  )
  SELECT p.field_id, f.code, f.name, p.within, ${RESUMMED}
    FROM piece p JOIN field f ON f.id = p.field_id AND f.province_id = $1
   GROUP BY p.field_id, f.code, f.name, p.within
   ORDER BY f.name COLLATE "vi-x-icu"`;

/**
 * Counts of a unit and everything below it, by field, in the order of their names. Whole months come
 * from the ledger's field cells; days at the ends of the period are counted from the dossiers.
 * Throws `notFound`.
 */
export async function getTalliesByField(viewer: Viewer, input: Period & { unitId: number }): Promise<FieldTally[]> {
  const unit = await requireUnit(viewer, input.unitId);
  const [{ restIds }, status] = await Promise.all([groupUnits(viewer, unit, null, input.to), getDataStatus(viewer)]);
  const { beforeDays, from, wholeFrom, tailFrom, until } = splitPeriod(clampPeriod(input, status.asOf));
  const rows = await keptRows<FieldRow>(
    FIELD_SQL,
    [viewer.provinceId, restIds, beforeDays, from, wholeFrom, tailFrom, until],
    "tallies-by-field",
  );
  const fields = new Map<number, { code: string; name: string; before: MovementSums; within: MovementSums }>();
  for (const row of rows) {
    const field = fields.get(row.field_id) ?? {
      code: row.code,
      name: row.name,
      before: NO_MOVEMENTS,
      within: NO_MOVEMENTS,
    };
    fields.set(row.field_id, row.within ? { ...field, within: row } : { ...field, before: row });
  }
  return [...fields].map(([fieldId, { code, name, before, within }]) => ({
    fieldId,
    code,
    name,
    tally: toTally(before, within),
  }));
}
