import type { SearchParams } from "./filters";

/** With the shapes that were imported, or as equal tiles. */
export const MAP_MODES = ["shapes", "tiles"] as const;
export type MapMode = (typeof MAP_MODES)[number];

export function parseMapMode({ draw }: SearchParams): MapMode {
  return draw === "tiles" ? "tiles" : "shapes";
}

/** The inverse of `parseMapMode`. */
export function mapModeToParams(mode: MapMode): URLSearchParams {
  return new URLSearchParams(mode === "tiles" ? { draw: mode } : {});
}
