import { type CalendarDay, type DossierEvent, type PauseReason, type PromiseReason, parseDay } from "@/lib/sla";

const on = (day: string) => ({ on: parseDay(day), at: null });
const dueDay = (due: string | null): CalendarDay | null => (due === null ? null : parseDay(due));

/** Events as a case writes them. */
export const event = {
  received: (day: string, due: string | null = null, unitId: number | null = null): DossierEvent => ({
    kind: "received",
    ...on(day),
    dueOn: dueDay(due),
    dueAt: null,
    unitId,
  }),
  reopened: (day: string, due: string | null = null): DossierEvent => ({
    kind: "reopened",
    ...on(day),
    dueOn: dueDay(due),
    dueAt: null,
  }),
  paused: (day: string, reason: PauseReason = "awaitingSupplement"): DossierEvent => ({
    kind: "paused",
    ...on(day),
    reason,
  }),
  promised: (day: string, due: string, reason: PromiseReason): DossierEvent => ({
    kind: "promisedAnew",
    ...on(day),
    dueOn: parseDay(due),
    reason,
  }),
  transferred: (day: string, unitId: number): DossierEvent => ({ kind: "transferred", ...on(day), unitId }),
  resolved: (day: string, hasResult = true): DossierEvent => ({ kind: "resolved", ...on(day), hasResult }),
  plain: (
    kind: "refused" | "resumed" | "resolutionVoided" | "withdrawn" | "returned" | "handedOver",
    day: string,
  ): DossierEvent => ({ kind, ...on(day) }),
};
