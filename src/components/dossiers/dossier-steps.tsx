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
              <th scope="col" className="max-sm:hidden">
                {EXPLANATION.stepDays}
              </th>
              <th scope="col" className="max-sm:hidden">
                {EXPLANATION.stepDue}
              </th>
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
                  <span className="block text-xs text-secondary sm:hidden">
                    {daysOf(step)}
                    {step.dueOn !== null && `, ${EXPLANATION.stepDueOnPhone} ${formatDay(step.dueOn)}`}
                  </span>
                </th>
                <td className="whitespace-nowrap max-sm:hidden">{daysOf(step)}</td>
                <td className="max-sm:hidden">{formatDay(step.dueOn)}</td>
                <td className="num">{formatCount(step.workingDaysUsed)}</td>
                <td className="num">{formatCount(step.workingDaysAllowed === null ? null : step.workingDaysOver)}</td>
              </tr>
            ))}
            {workingDaysBetweenSteps > 0 && (
              <tr>
                <th scope="row">{EXPLANATION.betweenSteps}</th>
                <td colSpan={2} className="max-sm:hidden" />
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

/** "03/01/2023 – nay" */
function daysOf({ startedOn, endedOn }: ShownStep): string {
  return `${formatDay(startedOn)} – ${endedOn === null ? EXPLANATION.stepLasts : formatDay(endedOn)}`;
}

/** "Phòng Quản lý đô thị (Lê B)" */
function holderOf({ office, unitName, officer }: ShownStep): string {
  const place = office ?? unitName;
  return officer === null ? place : `${place} (${officer})`;
}
