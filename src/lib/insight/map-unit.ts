/** A unit with its place in the tree, and its ground: rings of [longitude, latitude]. */
export type MapUnit = {
  readonly unitId: number;
  readonly code: string;
  readonly name: string;
  readonly parentCode: string | null;
  readonly parentName: string | null;
  readonly shape: readonly (readonly (readonly [number, number])[])[] | null;
};
