import type { ShownRankingRow } from "@/components/ranking/types";
import type { Period } from "@/lib/period";
import type { Rate } from "@/lib/sla";

/** The units of a ranking in its order, each with its newest months, oldest first; units never heard of left out. */
export type ShownTrends = {
  readonly months: readonly Period[];
  readonly units: readonly { readonly row: ShownRankingRow; readonly rates: readonly Rate[] }[];
};
