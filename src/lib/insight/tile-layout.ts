import type { MapUnit } from "./map-unit";

export type Tile<Unit> = { readonly unit: Unit; readonly column: number; readonly row: number };
/** Units of one parent, in the place of the parent; null where they are all of one. */
export type TileBlock<Unit> = {
  readonly key: string;
  readonly name: string | null;
  readonly column: number;
  readonly row: number;
  readonly tiles: readonly Tile<Unit>[];
};

/** Columns from the west and rows from the north, set by hand after the neighbourhood of the districts; by GSO code. */
const PLACES: Readonly<Record<string, readonly [number, number]>> = {
  // Bình Định
  542: [0, 0],
  543: [1, 0],
  544: [0, 1],
  545: [1, 1],
  546: [0, 2],
  548: [1, 2],
  547: [0, 3],
  549: [1, 3],
  550: [2, 3],
  551: [1, 4],
  540: [2, 4],
  // Kon Tum
  610: [0, 0],
  617: [1, 0],
  611: [0, 1],
  612: [1, 1],
  613: [2, 1],
  616: [0, 2],
  615: [1, 2],
  614: [2, 2],
  618: [0, 3],
  608: [1, 3],
};
const COLUMNS = 3;
const WIDE_COLUMNS = 8;

type Placed = Pick<MapUnit, "code" | "parentCode" | "parentName">;

/** True where at least the places of the tiles, or of their blocks, follow the ground. */
export function followsGround(units: readonly Placed[]): boolean {
  return units.some(({ code, parentCode }) => PLACES[code] !== undefined || PLACES[parentCode ?? ""] !== undefined);
}

/**
 * Equal tiles for units: districts in places set by hand, communes by code inside the block of their district.
 * Without a place set, in the order given, after the others.
 */
export function tileBlocks<Unit extends Placed>(units: readonly Unit[]): TileBlock<Unit>[] {
  const parents = new Map<string, Unit[]>();
  for (const unit of units) parents.set(unit.parentCode ?? "", [...(parents.get(unit.parentCode ?? "") ?? []), unit]);
  if (parents.size <= 1) {
    const isPlaced = units.some(({ code }) => PLACES[code] !== undefined);
    const tiles = place(units, ({ code }) => code, isPlaced ? COLUMNS : WIDE_COLUMNS);
    return [{ key: "", name: null, column: 0, row: 0, tiles }];
  }
  return place([...parents], ([code]) => code, COLUMNS).map(({ unit: [code, members], column, row }) => ({
    key: code,
    name: members[0]?.parentName ?? null,
    column,
    row,
    tiles: place(members, () => "", Math.ceil(Math.sqrt(members.length * 1.5))),
  }));
}

function place<Item>(items: readonly Item[], codeOf: (item: Item) => string, columns: number): Tile<Item>[] {
  const known = items.flatMap((unit) => {
    const at = PLACES[codeOf(unit)];
    return at === undefined ? [] : [{ unit, column: at[0], row: at[1] }];
  });
  const below = Math.max(-1, ...known.map(({ row }) => row)) + 1;
  const others = items
    .filter((unit) => PLACES[codeOf(unit)] === undefined)
    .map((unit, index) => ({ unit, column: index % columns, row: below + Math.floor(index / columns) }));
  return [...known, ...others];
}
