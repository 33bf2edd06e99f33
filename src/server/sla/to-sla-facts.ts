import "server-only";
import type { CalendarDay, DossierFacts, DossierStatus, LocalMoment, Pause, PauseReason } from "@/lib/sla";

const LOCAL_MOMENT = `'YYYY-MM-DD"T"HH24:MI:SS'`;

/**
 * What the engine needs of a dossier row `d` of `province`, moments as wall-clock in the province's zone.
 * The promised moment is stored only where it decides: for procedures counted in hours.
 */
export const DOSSIER_FACT_COLUMNS = `
  d.status AS fact_status, d.received_on AS fact_received_on, d.due_on AS fact_due_on,
  to_char(d.due_at AT TIME ZONE province.zone, ${LOCAL_MOMENT}) AS fact_due_at,
  d.finished_on AS fact_finished_on,
  to_char(d.finished_at AT TIME ZONE province.zone, ${LOCAL_MOMENT}) AS fact_finished_at,
  to_char(d.received_at AT TIME ZONE province.zone, ${LOCAL_MOMENT}) AS fact_received_at,
  (SELECT coalesce(json_agg(json_build_object('from', q.from_on, 'until', q.until_on, 'reason', q.reason)
                            ORDER BY q.from_on), '[]')
     FROM dossier_pause q WHERE q.province_id = d.province_id AND q.dossier_id = d.id) AS fact_pauses`;

export type DossierFactRow = {
  fact_status: DossierStatus;
  fact_received_on: CalendarDay;
  fact_received_at: LocalMoment | null;
  fact_due_on: CalendarDay | null;
  fact_due_at: LocalMoment | null;
  fact_finished_on: CalendarDay | null;
  fact_finished_at: LocalMoment | null;
  fact_pauses: { from: CalendarDay; until: CalendarDay | null; reason: PauseReason }[];
};

/** Database row → engine input. */
export function toSlaFacts(row: DossierFactRow): DossierFacts {
  const pauses: Pause[] = row.fact_pauses;
  return {
    status: row.fact_status,
    receivedOn: row.fact_received_on,
    receivedAt: row.fact_received_at,
    dueOn: row.fact_due_on,
    dueAt: row.fact_due_at,
    finishedOn: row.fact_finished_on,
    finishedAt: row.fact_finished_at,
    pauses,
  };
}
