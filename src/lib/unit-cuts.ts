import { type DossierFilter, parseDossierFilter, type SearchParams } from "./filters";
import { CHANNELS } from "./sla";

/** By what the dossiers of a unit are told apart, each on a page of its own. */
export const UNIT_CUTS = ["procedures", "channels", "officers"] as const;
export type UnitCut = (typeof UNIT_CUTS)[number];

/** How many rows a page shows unless all are asked for. */
export const MOST_CUT_ROWS = 15;

/** The filter of a row's lists; `key` is the procedure's id, the channel, or the officer. */
export function cutFilter(
  cut: UnitCut,
  key: string,
): Partial<Pick<DossierFilter, "procedureId" | "channel" | "officer">> {
  switch (cut) {
    case "procedures":
      return { procedureId: Number(key) };
    case "channels":
      return { channel: CHANNELS.find((channel) => channel === key) ?? null };
    case "officers":
      return { officer: key };
  }
}

/** To what a cut is narrowed on the way down: a field, then a procedure. */
export type CutNarrowing = { readonly fieldId: number | null; readonly procedureId: number | null };

export const NOT_NARROWED: CutNarrowing = { fieldId: null, procedureId: null };

export function parseCutNarrowing(params: SearchParams): CutNarrowing {
  const { fieldId, procedureId = null } = parseDossierFilter(params);
  return { fieldId, procedureId };
}

/** The inverse of `parseCutNarrowing`. */
export function cutNarrowingToParams({ fieldId, procedureId }: CutNarrowing): Record<string, string> {
  return {
    ...(fieldId !== null && { fieldId: String(fieldId) }),
    ...(procedureId !== null && { procedureId: String(procedureId) }),
  };
}
