import { type DossierFacts, type Pause, type PauseReason, parseDay, parseMoment } from "@/lib/sla";

/** Facts as a case writes them: plain strings, and only what matters to it. */
export type Written = {
  status?: DossierFacts["status"];
  received?: string;
  receivedAt?: string;
  due?: string;
  dueAt?: string;
  finished?: string;
  finishedAt?: string;
  /** [from, until or null, reason] */
  pauses?: readonly (readonly [string, string | null, PauseReason?])[];
};

export function pause([from, until, reason]: readonly [string, string | null, PauseReason?]): Pause {
  return {
    from: parseDay(from),
    until: until === null ? null : parseDay(until),
    reason: reason ?? "awaitingSupplement",
  };
}

/** Received on Monday 2 March 2020 unless said otherwise; finished makes it resolved. */
export function dossier(written: Written): DossierFacts {
  const dueText = written.due ?? written.dueAt?.slice(0, 10);
  const finishedText = written.finished ?? written.finishedAt?.slice(0, 10);
  return {
    status: written.status ?? (finishedText === undefined ? "processing" : "resolved"),
    receivedOn: parseDay(written.received ?? written.receivedAt?.slice(0, 10) ?? "2020-03-02"),
    receivedAt: written.receivedAt === undefined ? null : parseMoment(written.receivedAt),
    dueOn: dueText === undefined ? null : parseDay(dueText),
    dueAt: written.dueAt === undefined ? null : parseMoment(written.dueAt),
    finishedOn: finishedText === undefined ? null : parseDay(finishedText),
    finishedAt: written.finishedAt === undefined ? null : parseMoment(written.finishedAt),
    pauses: (written.pauses ?? []).map(pause),
  };
}
