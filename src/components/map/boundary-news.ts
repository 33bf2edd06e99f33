import { z } from "zod";
import type { SearchParams } from "@/lib/filters";

const MOST_CODES = 20;
const countSchema = z.coerce.number().int().min(0).max(1_000_000_000);
/** Nothing but counts and codes: an address must not put sentences of its own on our pages. */
const newsSchema = z.object({
  matched: countSchema,
  unknown: countSchema,
  missing: countSchema,
  read: countSchema,
  kept: countSchema,
  codes: z
    .string()
    .transform((text) => text.split(",").filter((code) => /^[\w.-]{1,40}$/.test(code)))
    .catch([]),
});
export type BoundaryNews = z.infer<typeof newsSchema>;

type Outcome = {
  readonly matched: number;
  readonly unknownCodes: readonly string[];
  readonly missing: readonly string[];
  readonly pointsRead: number;
  readonly pointsKept: number;
};

/** What an import did, as parameters of the page that tells it. */
export function newsToParams({ matched, unknownCodes, missing, pointsRead, pointsKept }: Outcome): URLSearchParams {
  return new URLSearchParams({
    matched: String(matched),
    unknown: String(unknownCodes.length),
    missing: String(missing.length),
    read: String(pointsRead),
    kept: String(pointsKept),
    codes: unknownCodes.slice(0, MOST_CODES).join(","),
  });
}

export function parseNews(params: SearchParams): BoundaryNews | null {
  const parsed = newsSchema.safeParse(params);
  return parsed.success ? parsed.data : null;
}
