import type { DossierFilter } from "./filters";
import { CHANNELS } from "./sla";

/** By what the dossiers of a unit are told apart, each on a page of its own. */
export const UNIT_CUTS = ["procedures", "channels", "officers"] as const;
export type UnitCut = (typeof UNIT_CUTS)[number];

/** How many rows a page shows unless all are asked for. */
export const MOST_CUT_ROWS = 15;

/** The filter of a row's lists; `key` is the procedure's id, the channel, or the officer. */
export function cutFilter(cut: UnitCut, key: string): Pick<DossierFilter, "procedureId" | "channel" | "officer"> {
  switch (cut) {
    case "procedures":
      return { procedureId: Number(key), channel: null, officer: null };
    case "channels":
      return { procedureId: null, channel: CHANNELS.find((channel) => channel === key) ?? null, officer: null };
    case "officers":
      return { procedureId: null, channel: null, officer: key };
  }
}
