import "server-only";
import type { Period } from "@/lib/period";
import { queryRows } from "../../db";
import type { BatchReference } from "../run-batch";

/** Whether a source has told of a unit as a whole for a period: then a form without its total adds to that. */
export async function isTotalHeld(
  { provinceId, sourceId }: Pick<BatchReference, "provinceId" | "sourceId">,
  { from, to }: Period,
  unitId: number,
): Promise<boolean> {
  const held = await queryRows(
    `SELECT FROM aggregate_figure
      WHERE province_id = $1 AND source_id = $2 AND from_on = $3 AND to_on = $4 AND unit_id = $5 AND field_name = ''
      LIMIT 1`,
    [provinceId, sourceId, from, to, unitId],
  );
  return held.length > 0;
}
