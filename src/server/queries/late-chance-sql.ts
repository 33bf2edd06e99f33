import "server-only";

/**
 * Joins a `dossier d` that is open and in time on the newest day of the data to its kept chance `c` of becoming late;
 * on a day before it there is none. The parameter is the as-of day. Ask `keepLateChances` first.
 */
export function chanceJoin(asOfParameter: string): string {
  return `late_chance c ON c.province_id = d.province_id AND c.unit_id = d.unit_id AND c.procedure_id = d.procedure_id
    AND c.due_on = d.due_on AND c.as_of = ${asOfParameter}::date AND d.counted AND d.closed_on IS NULL
    AND NOT coalesce(d.paused_spans @> ${asOfParameter}::date, false)`;
}
