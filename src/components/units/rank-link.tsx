import type { ResolvedView } from "@/components/filters/resolved-view";
import { rankingAnchor } from "@/components/ranking/ranking-anchor";
import { rankingHref } from "@/components/ranking/ranking-href";
import { RANKING_LEVELS } from "@/lib/filters";
import { UNITS } from "@/lib/strings/units";
import type { ShownUnit } from "./types";

type RankLinkProps = {
  readonly unit: ShownUnit;
  readonly parent: { readonly code: string } | undefined;
  readonly view: ResolvedView;
};

/** Where the unit stands among those beside it; nothing for a unit whose neighbours the reader does not see. */
export function RankLink({ unit, parent, view }: RankLinkProps) {
  const level = RANKING_LEVELS.find((one) => one === unit.level);
  if (parent === undefined || level === undefined) return null;
  return (
    <p className="mt-1 text-sm print:hidden">
      {/* No client-side step: a browser marks the target of its own steps only. */}
      <a href={`${rankingHref(parent.code, level, view)}#${rankingAnchor(unit.id)}`}>{UNITS.placeInRanking}</a>
    </p>
  );
}
