import Link from "next/link";
import { dossierHref } from "@/components/dossiers/dossier-href";
import type { ResolvedView } from "@/components/filters/resolved-view";
import { qualityHref } from "@/components/quality/quality-href";
import { Note } from "@/components/ui/note";
import type { ShownUnit } from "@/components/units/types";
import { QUALITY_CHECKS } from "@/lib/quality-checks";
import { capitalise } from "@/lib/strings/common";
import { HOME } from "@/lib/strings/home";
import { QUALITY_LIST_NAMES } from "@/lib/strings/quality";

type OddSignsProps = { readonly unit: ShownUnit; readonly view: ResolvedView };

/** What looks odd in the period's dossiers, each sign one click from its list; they are counted where they are asked for. */
export function OddSigns({ unit, view }: OddSignsProps) {
  return (
    <>
      <p className="mb-2">
        <Link href={qualityHref(unit.code, null, view)} prefetch={false} className="font-semibold">
          {HOME.oddSignsByUnit}
        </Link>
      </p>
      <ul className="columns-1 gap-x-16 text-sm sm:columns-2 xl:columns-3 print:columns-2">
        {QUALITY_CHECKS.map((measure) => (
          <li key={measure} className="border-b border-rule py-1">
            <Link href={dossierHref({ unitId: unit.id, ...view, measure })} prefetch={false}>
              {capitalise(QUALITY_LIST_NAMES[measure])}
            </Link>
          </li>
        ))}
      </ul>
      <Note>{HOME.oddSignsNote}</Note>
    </>
  );
}
