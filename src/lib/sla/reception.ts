import type { WorkingCalendar } from "./compile-calendar";
import { SECONDS_PER_HOUR } from "./local-moment";
import type { LocalMoment } from "./types";
import { momentAtWorkingSeconds, nextWorkingMoment, workingSecondsAt } from "./working-clock";

/** An online dossier must be taken in, or sent back, within 8 working hours. */
export const RECEPTION_HOURS = 8;

export const RECEPTION_VERDICTS = ["inTime", "late", "waiting", "overdue"] as const;
export type ReceptionVerdict = (typeof RECEPTION_VERDICTS)[number];

export type Reception = {
  readonly dueAt: LocalMoment;
  /** `late`: taken in after the moment; `overdue`: still waiting after it. Never added to lateness of handling. */
  readonly verdict: ReceptionVerdict;
};

/** Whether a dossier submitted online was taken in on time. `receivedAt`: null while it waits. */
export function judgeReception(
  calendar: WorkingCalendar,
  submittedAt: LocalMoment,
  receivedAt: LocalMoment | null,
  asOf: LocalMoment,
): Reception {
  const start = workingSecondsAt(calendar, nextWorkingMoment(calendar, submittedAt));
  const dueAt = momentAtWorkingSeconds(calendar, start + RECEPTION_HOURS * SECONDS_PER_HOUR);
  if (receivedAt !== null && receivedAt <= asOf) return { dueAt, verdict: receivedAt <= dueAt ? "inTime" : "late" };
  return { dueAt, verdict: asOf <= dueAt ? "waiting" : "overdue" };
}
