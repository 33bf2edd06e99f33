import { z } from "zod";
import { MEASURES, type Measure, type SearchParams } from "./filters";

/** Groups of comparable units: the thirds of a level by how many dossiers its rates count. */
export const PEER_GROUPS = ["small", "middle", "large"] as const;
export type PeerGroup = (typeof PEER_GROUPS)[number];

export const RANKING_SORTS = ["rank", "fair", "moved", "name", "rate", "missing", ...MEASURES] as const;
export type RankingSort = "rank" | "fair" | "moved" | "name" | "rate" | "missing" | Measure;

/** What of a ranking is shown, and in which order; the ranks themselves never depend on it. */
export type RankingChoice = {
  readonly sort: RankingSort;
  readonly isReversed: boolean;
  /** A part of the name; empty for all. */
  readonly name: string;
  readonly peers: PeerGroup | null;
  /** Units whose rate counts fewer dossiers are left out. */
  readonly least: number;
};

export const DEFAULT_CHOICE: RankingChoice = { sort: "rank", isReversed: false, name: "", peers: null, least: 0 };

const schema = {
  sort: z.enum(RANKING_SORTS),
  peers: z.enum(PEER_GROUPS),
  least: z.coerce.number().int().positive().max(1_000_000),
  q: z.string().trim().min(1).max(80),
};

/** A repeated or malformed parameter counts as absent. */
function read<Value>(params: SearchParams, name: string, type: z.ZodType<Value>): Value | null {
  const result = type.safeParse(params[name]);
  return result.success ? result.data : null;
}

export function parseRankingChoice(params: SearchParams): RankingChoice {
  return {
    sort: read(params, "sort", schema.sort) ?? "rank",
    isReversed: params.reversed === "1",
    name: read(params, "q", schema.q) ?? "",
    peers: read(params, "peers", schema.peers),
    least: read(params, "least", schema.least) ?? 0,
  };
}

/** The inverse of `parseRankingChoice`; defaults are left out. */
export function rankingChoiceToParams(choice: RankingChoice): URLSearchParams {
  const params = new URLSearchParams();
  if (choice.sort !== "rank") params.set("sort", choice.sort);
  if (choice.isReversed) params.set("reversed", "1");
  if (choice.name !== "") params.set("q", choice.name);
  if (choice.peers !== null) params.set("peers", choice.peers);
  if (choice.least > 0) params.set("least", String(choice.least));
  return params;
}
