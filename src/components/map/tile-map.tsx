import Link from "next/link";
import { formatRate } from "@/lib/format";
import { type TileBlock, tileBlocks } from "@/lib/insight/tile-layout";
import type { TargetRule } from "@/lib/sla";
import { heatSign } from "@/lib/strings/map";
import { tightUnitName } from "@/lib/strings/ranking";
import type { ShownArea } from "./types";

type TileMapProps = { readonly areas: readonly ShownArea[]; readonly target: TargetRule };

/** Equal tiles in about the place of their units; communes inside the block of their district. Mute like all charts. */
export function TileMap({ areas, target }: TileMapProps) {
  const blocks = tileBlocks(areas.toSorted((a, b) => (a.code < b.code ? -1 : 1)));
  const [first] = blocks;
  if (blocks.length === 1 && first) {
    return (
      <div aria-hidden className="chart tile-grid max-w-4xl">
        <Tiles block={first} target={target} isLarge />
      </div>
    );
  }
  return (
    <div aria-hidden className="chart grid max-w-5xl grid-cols-3 gap-2 sm:gap-4">
      {blocks.map((block) => (
        <div key={block.key} style={{ gridColumn: block.column + 1, gridRow: block.row + 1 }}>
          <p className="truncate text-xs font-semibold">{block.name === null ? "" : tightUnitName(block.name)}</p>
          <Tiles block={block} target={target} isLarge={false} />
        </div>
      ))}
    </div>
  );
}

type TilesProps = { readonly block: TileBlock<ShownArea>; readonly target: TargetRule; readonly isLarge: boolean };

function Tiles({ block, target, isLarge }: TilesProps) {
  const columns = Math.max(...block.tiles.map(({ column }) => column)) + 1;
  return (
    <div className="grid gap-1" style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
      {block.tiles.map(({ unit, column, row }) => {
        const rate = formatRate(unit.row.rate, target);
        const sign = heatSign(unit.heat);
        return (
          <Link
            prefetch={false}
            key={unit.unitId}
            href={unit.href}
            tabIndex={-1}
            title={`${unit.name}: ${rate}`}
            className={`tile tile-${unit.heat} ${isLarge ? "min-h-16 px-2 py-1.5 text-sm" : "h-6 text-xs sm:h-7 print:h-4"}`}
            style={{ gridColumn: column + 1, gridRow: row + 1 }}
          >
            {isLarge ? (
              <>
                <span className="line-clamp-2 leading-tight">{tightUnitName(unit.name)}</span>
                <span className="block font-semibold whitespace-nowrap">{`${sign} ${rate}`.trim()}</span>
              </>
            ) : (
              <span className="grid h-full place-items-center">{sign}</span>
            )}
          </Link>
        );
      })}
    </div>
  );
}
