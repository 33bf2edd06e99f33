import type { ReactNode } from "react";
import { DayField } from "@/components/ui/day-field";
import { SelectField } from "@/components/ui/select-field";
import { DEFAULT_TARGET, targetToParam } from "@/lib/filters";
import { FORMULA_IDS, type TargetRule } from "@/lib/sla";
import { COMMON, capitalise, FORMULA_NAMES, targetChoice } from "@/lib/strings/common";
import { PERIODS } from "@/lib/strings/periods";
import { RANKING } from "@/lib/strings/ranking";
import type { ResolvedView } from "./resolved-view";

type ViewFormProps = {
  readonly action: string;
  /** Carried along unseen. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly view: ResolvedView;
  /** Further choices, before the period. */
  readonly children?: ReactNode;
};

const USUAL_TARGETS: readonly TargetRule[] = [
  { thresholdBp: 9000, mustExceed: false },
  DEFAULT_TARGET,
  { thresholdBp: 9500, mustExceed: true },
  { thresholdBp: 9800, mustExceed: false },
  { thresholdBp: 10_000, mustExceed: false },
];

/** A plain GET form: the address is the view. */
export function ViewForm({ action, hidden, view, children }: ViewFormProps) {
  return (
    <form action={action} className="flex flex-wrap items-end gap-x-4 gap-y-2">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <DayField name="from" label={PERIODS.from} value={view.from} />
      <DayField name="to" label={PERIODS.to} value={view.to} />
      <SelectField
        name="formula"
        label={RANKING.formula}
        value={view.formula}
        options={FORMULA_IDS.map((id) => ({ value: id, label: FORMULA_NAMES[id] }))}
      />
      <SelectField
        name="target"
        label={RANKING.target}
        value={targetToParam(view.target)}
        options={targetOptions(view.target)}
      />
      <button type="submit" className="button text-sm">
        {COMMON.show}
      </button>
    </form>
  );
}

function targetOptions(current: TargetRule): { value: string; label: string }[] {
  const currentParam = targetToParam(current);
  const isUsual = USUAL_TARGETS.some((target) => targetToParam(target) === currentParam);
  return (isUsual ? USUAL_TARGETS : [...USUAL_TARGETS, current]).map((target) => ({
    value: targetToParam(target),
    label: capitalise(targetChoice(target)),
  }));
}
