import type { DossierClass } from "@/lib/sla";
import { CLASS_NAMES, CLASS_SIGNS } from "@/lib/strings/classes";

const SWATCHES: Readonly<Record<DossierClass, string>> = {
  early: "bg-early",
  onTime: "bg-on-time",
  late: "bg-late",
  undated: "border border-paused",
  returned: "border border-paused",
  inTime: "bg-in-time",
  paused: "hatched border border-paused",
  overdue: "bg-overdue",
  openUndated: "border border-paused",
};

/** A dossier's class: its colour as a swatch, its sign, its word. */
export function ClassMark({ value }: { readonly value: DossierClass }) {
  const sign = CLASS_SIGNS[value];
  return (
    <span className="inline-flex items-baseline gap-1 whitespace-nowrap">
      <span aria-hidden className={`inline-block size-2.5 self-center ${SWATCHES[value]}`} />
      <span className={value === "overdue" ? "font-semibold text-overdue" : undefined}>
        {sign === undefined ? CLASS_NAMES[value] : `${CLASS_NAMES[value]} ${sign}`}
      </span>
    </span>
  );
}
