import Link from "next/link";
import type { ResolvedView } from "@/components/filters/resolved-view";
import { CUTS, UNIT_PART_NAMES, UNIT_PARTS, type UnitPart } from "@/lib/strings/unit-parts";
import { unitPartHref } from "./unit-href";

type UnitPartsProps = {
  readonly unitId: number;
  readonly view: ResolvedView;
  readonly current: UnitPart;
  readonly canSeeOfficers: boolean;
};

/** The pages of a unit, as plain links that keep the view. */
export function UnitParts({ unitId, view, current, canSeeOfficers }: UnitPartsProps) {
  const parts = UNIT_PARTS.filter((part) => part !== "officers" || canSeeOfficers);
  return (
    <nav aria-label={CUTS.parts} className="mt-3 border-b border-rule print:hidden">
      <ul className="flex flex-wrap gap-x-5">
        {parts.map((part) => (
          <li key={part}>
            {part === current ? (
              <span aria-current="page" className="inline-block border-b-2 border-ink py-1.5 font-semibold">
                {UNIT_PART_NAMES[part]}
              </span>
            ) : (
              <Link href={unitPartHref(unitId, part, view)} prefetch={false} className="inline-block py-1.5">
                {UNIT_PART_NAMES[part]}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
