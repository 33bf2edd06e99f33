import Link from "next/link";
import { dossierHref } from "@/components/dossiers/dossier-href";
import type { ResolvedView } from "@/components/filters/resolved-view";
import type { Measure } from "@/lib/filters";
import type { FirstThing } from "@/lib/insight/first-things";
import { firstThingText, HOME } from "@/lib/strings/home";

type FirstThingsListProps = { readonly things: readonly FirstThing[]; readonly view: ResolvedView };

const LISTS: Readonly<Record<FirstThing["kind"], Measure>> = {
  mostOverdue: "overdue",
  biggestDrop: "late",
  mostLate: "late",
  dueSoon: "dueSoon",
  pausedLong: "pausedLong",
};

/** At most three sentences, each a link to its list. */
export function FirstThingsList({ things, view }: FirstThingsListProps) {
  if (things.length === 0) return <p>{HOME.nothingFirst}</p>;
  return (
    <ol className="list-decimal space-y-1 pl-5">
      {things.map((thing) => (
        <li key={thing.kind}>
          <Link href={dossierHref({ unitId: thing.unitId, ...view, measure: LISTS[thing.kind] })} prefetch={false}>
            {firstThingText(thing)}
          </Link>
        </li>
      ))}
    </ol>
  );
}
