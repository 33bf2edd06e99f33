import type { ReactNode } from "react";
import { formatCount, formatDay, formatMoment } from "@/lib/format";
import type { DossierExplanation, TimeLimit } from "@/lib/sla";
import { clockStopText, EXPLANATION, findingText, limitText, ruleText } from "@/lib/strings/explanation";

type DossierArithmeticProps = {
  readonly explanation: DossierExplanation;
  readonly timeLimit: TimeLimit | null;
};

/** Line by line, from the day of receipt to the days late, down to the calendar's version. */
export function DossierArithmetic({ explanation, timeLimit }: DossierArithmeticProps) {
  const { calendar, steps, dueOn, dueAt, asOf, daysLate } = explanation;
  const received = steps.find((step) => step.kind === "received");
  const closed = steps.find((step) => step.kind === "closed");
  const check = calendar?.promiseCheck ?? null;
  const skipped = (calendar?.notableDays ?? []).filter((day) => day.why !== "makeUp").length;
  return (
    <>
      <table className="ledger">
        <tbody>
          <Line label={EXPLANATION.received} value={formatDay(received?.on ?? null)} />
          {timeLimit !== null && <Line label={EXPLANATION.limit} value={limitText(timeLimit)} />}
          {check !== null && (
            <Line
              label={EXPLANATION.computed}
              note={[ruleText(check.computed.rule), check.computed.provisional ? EXPLANATION.provisional : null]
                .filter((text) => text !== null)
                .join("; ")}
              value={
                check.computed.dueAt === null ? formatDay(check.computed.dueOn) : formatMoment(check.computed.dueAt)
              }
            />
          )}
          {check !== null && check.computedAfterPauses !== null && (
            <Line label={EXPLANATION.computedAfterPauses} value={formatDay(check.computedAfterPauses)} />
          )}
          <Line
            label={EXPLANATION.promised}
            note={check === null ? undefined : findingText(check.finding, check.workingDaysApart)}
            value={dueAt === null ? formatDay(dueOn) : formatMoment(dueAt)}
          />
          <Line
            label={closed === undefined ? EXPLANATION.asOf : EXPLANATION.ended}
            value={
              explanation.comparedBy === "moment" && closed?.at
                ? formatMoment(closed.at)
                : formatDay(closed?.on ?? asOf)
            }
          />
          {calendar !== null && (
            <>
              <Line label={EXPLANATION.passed} value={formatCount(calendar.workingDaysPassed)} />
              <Line
                label={EXPLANATION.paused}
                note={calendar.clockStops.map(clockStopText).join("; ") || undefined}
                value={formatCount(calendar.workingDaysPaused)}
              />
              <Line label={EXPLANATION.used} value={<strong>{formatCount(calendar.workingDaysUsed)}</strong>} />
              <Line label={EXPLANATION.skipped} value={formatCount(skipped)} />
              {calendar.workingDaysLate !== null && (
                <Line
                  label={EXPLANATION.lateWorking}
                  value={<strong>{formatCount(calendar.workingDaysLate)}</strong>}
                />
              )}
            </>
          )}
          {daysLate !== null && <Line label={EXPLANATION.lateCalendar} value={formatCount(daysLate)} />}
        </tbody>
      </table>
      {explanation.missingYear !== null && <p className="mt-2">{EXPLANATION.missingYear(explanation.missingYear)}</p>}
      {calendar !== null && calendar.provisionalYear !== null && (
        <p className="mt-2">{EXPLANATION.provisionalYear(calendar.provisionalYear)}</p>
      )}
      <p className="mt-2 text-xs text-secondary">
        {calendar !== null && `${EXPLANATION.calendarVersion(calendar.version)}, `}
        {EXPLANATION.engineVersion(explanation.engineVersion)}.
      </p>
    </>
  );
}

type LineProps = { readonly label: string; readonly note?: string | undefined; readonly value: ReactNode };

function Line({ label, note, value }: LineProps) {
  return (
    <tr>
      <th scope="row">
        {label}
        {note !== undefined && <span className="block text-xs text-secondary">{note}</span>}
      </th>
      <td className="num">{value}</td>
    </tr>
  );
}
