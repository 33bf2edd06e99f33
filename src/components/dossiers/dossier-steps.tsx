import { TableFrame } from "@/components/ui/table-frame";
import { formatCount, formatDay } from "@/lib/format";
import { EXPLANATION, responsibleText } from "@/lib/strings/explanation";
import type { ShownDelay, ShownStep } from "./types";

/** Who had the dossier for how many working days, against each step's own time. */
export function DossierSteps({ delay }: { readonly delay: ShownDelay }) {
  const { steps, responsible, workingDaysBetweenSteps } = delay;
  return (
    <div className="mt-10">
      <h2 className="mb-1 text-xl font-semibold">{EXPLANATION.whereTimeWent}</h2>
      <p className="mb-2 text-sm">
        {responsibleText(responsible === null ? null : holderOf(responsible), responsible?.workingDaysOver ?? 0)}
      </p>
      <TableFrame label={EXPLANATION.whereTimeWent}>
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">{EXPLANATION.step}</th>
              <th scope="col">{EXPLANATION.stepDays}</th>
              <th scope="col">{EXPLANATION.stepDue}</th>
              <th scope="col" className="num">
                {EXPLANATION.stepUsed}
              </th>
              <th scope="col" className="num">
                {EXPLANATION.stepOver}
              </th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <tr key={step.ordinal}>
                <th scope="row">
                  {step.office ?? step.unitName}
                  {step.officer !== null && <span className="block text-xs text-secondary">{step.officer}</span>}
                </th>
                <td className="whitespace-nowrap">
                  {formatDay(step.startedOn)} –{" "}
                  {step.endedOn === null ? EXPLANATION.stepLasts : formatDay(step.endedOn)}
                </td>
                <td>{formatDay(step.dueOn)}</td>
                <td className="num">{formatCount(step.workingDaysUsed)}</td>
                <td className="num">{formatCount(step.workingDaysAllowed === null ? null : step.workingDaysOver)}</td>
              </tr>
            ))}
            {workingDaysBetweenSteps > 0 && (
              <tr>
                <th scope="row" colSpan={3}>
                  {EXPLANATION.betweenSteps}
                </th>
                <td className="num">{formatCount(workingDaysBetweenSteps)}</td>
                <td />
              </tr>
            )}
          </tbody>
        </table>
      </TableFrame>
    </div>
  );
}

/** "Phòng Quản lý đô thị (Lê B)" */
function holderOf({ office, unitName, officer }: ShownStep): string {
  const place = office ?? unitName;
  return officer === null ? place : `${place} (${officer})`;
}
