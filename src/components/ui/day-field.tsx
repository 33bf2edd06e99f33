import type { CalendarDay } from "@/lib/sla";

type DayFieldProps = { readonly name: string; readonly label: string; readonly value: CalendarDay };

/** A labelled day of a GET form. */
export function DayField({ name, label, value }: DayFieldProps) {
  return (
    <label className="grid min-w-0 gap-0.5 text-sm text-secondary">
      {label}
      <input type="date" name={name} defaultValue={value} required className="field" />
    </label>
  );
}
