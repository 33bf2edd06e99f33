import { MAP_MODES, type MapMode } from "@/lib/map-mode";
import Link from "next/link";
import { FigureTable } from "@/components/ui/figure-table";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { TakeAway } from "@/components/ui/take-away";
import { formatCount } from "@/lib/format";
import { HEATS } from "@/lib/insight/heat";
import { followsGround } from "@/lib/insight/tile-layout";
import type { FormulaId, TargetRule } from "@/lib/sla";
import { FORMULA_TEXTS } from "@/lib/strings/common";
import { heatName, MAP } from "@/lib/strings/map";
import { MapTable } from "./map-table";
import { ShapeMap } from "./shape-map";
import { TileMap } from "./tile-map";
import type { ShownArea } from "./types";

type MapSectionProps = {
  readonly areas: readonly ShownArea[];
  readonly mode: MapMode;
  readonly target: TargetRule;
  readonly formula: FormulaId;
  /** Of the ranking whose figures are drawn. */
  readonly params: URLSearchParams;
  readonly hrefOf: (mode: MapMode) => string;
};

/** So many rows are no taller than the drawing. */
const MOST_BESIDE = 24;

/** The drawing, its legend with counts, and its table. Shapes where the administrator has imported any. */
export function MapSection({ areas, mode, target, formula, params, hrefOf }: MapSectionProps) {
  const shaped = areas.filter(({ shape }) => shape !== null);
  const drawn: MapMode = shaped.length > 0 && mode === "shapes" ? "shapes" : "tiles";
  const title = MAP.modes[drawn];
  const isBeside = areas.length <= MOST_BESIDE;
  return (
    <Section id="map" title={title}>
      <TakeAway kind="ranking" params={params} canPrint />
      {shaped.length > 0 && (
        <ul aria-label={MAP.drawnAs} className="mb-3 flex gap-x-4 text-sm print:hidden">
          {MAP_MODES.map((one) => (
            <li key={one}>
              <Link
                href={hrefOf(one)}
                prefetch={false}
                aria-current={one === drawn ? "true" : undefined}
                className={one === drawn ? "font-semibold text-ink" : undefined}
              >
                {MAP.modes[one]}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <ul className="mb-3 flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {HEATS.map((heat) => {
          const count = areas.filter((area) => area.heat === heat).length;
          return count === 0 ? null : (
            <li key={heat} className="flex items-center gap-2">
              {drawn === "shapes" ? (
                <svg aria-hidden className="h-4 w-6">
                  <rect width="100%" height="100%" className={`heat-fill-${heat}`} />
                </svg>
              ) : (
                <span aria-hidden className={`tile tile-${heat} inline-block h-4 w-6`} />
              )}
              {heatName(heat, target)}: {formatCount(count)}
            </li>
          );
        })}
      </ul>
      <div className={isBeside ? "grid items-start gap-x-16 xl:grid-cols-[3fr_2fr] print:block" : undefined}>
        {drawn === "shapes" ? <ShapeMap areas={areas} target={target} /> : <TileMap areas={areas} target={target} />}
        <FigureTable isOpen={isBeside}>
          <MapTable areas={areas} target={target} title={title} />
        </FigureTable>
      </div>
      {drawn === "shapes" ? (
        <Note>
          {MAP.shapesNote} {shaped.length < areas.length && MAP.shapesMissing(areas.length - shaped.length)}
        </Note>
      ) : (
        <Note>{followsGround(areas) ? MAP.tilesNote : MAP.plainTilesNote}</Note>
      )}
      <Note>{FORMULA_TEXTS[formula]}</Note>
    </Section>
  );
}
