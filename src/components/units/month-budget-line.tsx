import type { MonthBudget } from "@/lib/insight/month-budget";
import { lastOfMonth } from "@/lib/period";
import { budgetText } from "@/lib/strings/units";

/** The late dossiers that the month can bear, and those it has had: a sentence and a bar that says the same. */
export function MonthBudgetLine({ month }: { readonly month: MonthBudget }) {
  const { budget, period } = month;
  const share =
    budget.allowed === 0 ? (budget.used > 0 ? 100 : 0) : Math.min(100, (100 * budget.used) / budget.allowed);
  return (
    <div className="mt-4">
      <p>{budgetText(month, period.to === lastOfMonth(period.from))}</p>
      <div aria-hidden className="mt-1 h-2 max-w-md border border-secondary">
        <div className={budget.left < 0 ? "h-full bg-overdue" : "h-full bg-late"} style={{ width: `${share}%` }} />
      </div>
    </div>
  );
}
