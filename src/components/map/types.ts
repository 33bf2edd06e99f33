import type { ShownRankingRow } from "@/components/ranking/types";
import type { Heat } from "@/lib/insight/heat";
import type { MapUnit } from "@/lib/insight/map-unit";

/** A unit of the ranking where it lies, and how it stands. */
export type ShownArea = MapUnit & { readonly row: ShownRankingRow; readonly heat: Heat; readonly href: string };
