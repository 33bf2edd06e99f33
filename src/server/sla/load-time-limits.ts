import "server-only";
import type { CalendarDay, TimeLimit } from "@/lib/sla";
import type { Database } from "./load-edition";

type DatedLimit = TimeLimit & { readonly from: CalendarDay; readonly until: CalendarDay | null };

/** Time limits of a province's procedures, by procedure. */
export type TimeLimits = ReadonlyMap<number, readonly DatedLimit[]>;

export async function loadTimeLimits(db: Database, provinceId: number): Promise<TimeLimits> {
  const { rows } = await db.query<DatedLimit & { procedureId: number }>(
    `SELECT t.procedure_id AS "procedureId", t.amount, t.unit, t.effective_from AS from, t.effective_until AS until
       FROM procedure_time_limit t JOIN procedure p ON p.id = t.procedure_id WHERE p.province_id = $1`,
    [provinceId],
  );
  const limits = new Map<number, DatedLimit[]>();
  for (const { procedureId, ...limit } of rows) limits.set(procedureId, [...(limits.get(procedureId) ?? []), limit]);
  return limits;
}

/** The limit in force when a dossier was received; null without one. */
export function limitOn(limits: TimeLimits, procedureId: number, receivedOn: CalendarDay): TimeLimit | null {
  const known = limits.get(procedureId) ?? [];
  return known.find(({ from, until }) => from <= receivedOn && (until === null || until > receivedOn)) ?? null;
}
