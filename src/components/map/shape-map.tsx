import Link from "next/link";
import { formatRate } from "@/lib/format";
import { drawMap } from "@/lib/insight/draw-map";
import type { TargetRule } from "@/lib/sla";
import { heatSign } from "@/lib/strings/map";
import { shortUnitName } from "@/lib/strings/ranking";
import { HatchPattern } from "./hatch-pattern";
import type { ShownArea } from "./types";

type ShapeMapProps = { readonly areas: readonly ShownArea[]; readonly target: TargetRule };

const LETTER = 7.5;
const LEAST_ROOM = 34;

/**
 * Shapes tinted and hatched by how they stand. Mute to screen readers and the keyboard: the table beside it speaks
 * and leads on.
 */
export function ShapeMap({ areas, target }: ShapeMapProps) {
  const drawing = drawMap(areas);
  if (drawing === null) return null;
  const byUnit = new Map(areas.map((area) => [area.unitId, area]));
  const placed = drawing.areas.flatMap((drawn) => {
    const area = byUnit.get(drawn.unitId);
    return area === undefined ? [] : [{ ...drawn, area }];
  });
  return (
    <svg
      aria-hidden
      viewBox={`-4 -4 ${drawing.width + 8} ${drawing.height + 8}`}
      className="unit-map mx-auto max-h-[52rem] w-full"
      style={{ maxWidth: `${drawing.width}px` }}
    >
      <defs>
        <HatchPattern />
      </defs>
      {placed.map(({ unitId, path, area }) => (
        <Link key={unitId} href={area.href} prefetch={false} tabIndex={-1}>
          <title>{`${area.name}: ${formatRate(area.row.rate, target)}`}</title>
          <path d={path} fillRule="evenodd" className={`heat-fill-${area.heat}`} />
        </Link>
      ))}
      {placed.map(({ unitId, x, y, room, area }) => {
        const name = shortUnitName(area.name);
        const sign = heatSign(area.heat);
        const ink = area.heat === "worst" ? "map-label map-label-worst" : "map-label";
        const isNamed = room >= Math.max(LEAST_ROOM, name.length * LETTER);
        return (
          <g key={unitId} className={ink}>
            {isNamed && (
              <text x={x} y={y - 3} className="max-sm:hidden">
                {name}
              </text>
            )}
            {isNamed && (
              <text x={x} y={y + 15} className="font-semibold max-sm:hidden">
                {`${sign} ${formatRate(area.row.rate, target)}`.trim()}
              </text>
            )}
            {sign !== "" && (
              <text x={x} y={y + 5} className={isNamed ? "map-sign sm:hidden" : "map-sign"}>
                {sign}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
