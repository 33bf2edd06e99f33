import { type DossierFacts, type LocalMoment, makeMoment } from "@/lib/sla";
import type { DayGrid } from "./day-grid";
import type { DemoDossier, Moment } from "./types";

const SECONDS_PER_MINUTE = 60;

/** What the import makes of a written dossier: the promised moment decides only for limits in hours. */
export function toFacts(grid: DayGrid, dossier: DemoDossier): DossierFacts {
  const { status, received, due, finished, pause, procedure } = dossier;
  const at = ({ day, minute }: Moment): LocalMoment => makeMoment(grid.toText(day), minute * SECONDS_PER_MINUTE);
  return {
    status,
    receivedOn: grid.toText(received.day),
    dueOn: due && grid.toText(due.day),
    dueAt: due && procedure.limit.unit === "workingHour" ? at(due) : null,
    finishedOn: finished && grid.toText(finished.day),
    finishedAt: finished && at(finished),
    pauses: pause
      ? [
          {
            from: grid.toText(pause.from),
            until: pause.until === null ? null : grid.toText(pause.until),
            reason: pause.reason,
          },
        ]
      : [],
  };
}
