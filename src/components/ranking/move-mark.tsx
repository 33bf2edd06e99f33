import { RANKING } from "@/lib/strings/ranking";

/** Places won or lost; nothing where the rank stayed or there is none to compare. */
export function MoveMark({ moved }: { readonly moved: number | null }) {
  if (moved === null || moved === 0) return null;
  const isUp = moved > 0;
  const places = Math.abs(moved);
  const said = isUp ? RANKING.movedUpSaid(places) : RANKING.movedDownSaid(places);
  return (
    <span className="text-xs leading-none whitespace-nowrap text-secondary" title={said}>
      <span aria-hidden>{isUp ? RANKING.movedUp(places) : RANKING.movedDown(places)}</span>
      <span className="sr-only">{said}</span>
    </span>
  );
}
