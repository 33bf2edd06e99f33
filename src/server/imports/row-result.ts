import "server-only";

/** What became of a row. */
export const ROW_RESULTS = ["inserted", "updated", "unchanged", "rejected"] as const;
export type RowResult = (typeof ROW_RESULTS)[number];
