import type { NextRequest } from "next/server";
import { parseView, type View, viewToParams } from "@/lib/filters";
import { AppError } from "@/server/errors";
import { getRanking, type RankingInput } from "@/server/queries/get-ranking";
import { toRankingJson } from "@/server/reports/ranking-json";
import { rankingTables } from "@/server/reports/ranking-tables";
import { respond } from "../../respond";

/**
 * GET ?unit=CODE&level=…&from=YYYY-MM-DD&to=YYYY-MM-DD[&formula=…][&target=…]: the JSON that the command line
 * prints. 401 without a login, 404 for units out of scope, 400 for a parameter missing or malformed.
 */
export async function GET(request: NextRequest): Promise<Response> {
  return respond(async (viewer) => {
    const input = readInput(request.nextUrl.searchParams);
    const ranking = await getRanking(viewer, input);
    const tables = await rankingTables(viewer, ranking);
    return Response.json(toRankingJson(ranking, tables), { headers: { "Cache-Control": "private, no-store" } });
  });
}

/** A page forgives a malformed parameter; a program is told. */
function readInput(params: URLSearchParams): RankingInput {
  const given = Object.fromEntries(params);
  const view = parseView(given);
  // What the view keeps comes back in its own address; the two defaults are left out of it.
  const kept: Record<string, string> = {
    formula: view.formula,
    target: "95",
    ...Object.fromEntries(viewToParams(view)),
  };
  const lost = Object.keys(given).find((name) => kept[name] !== given[name]);
  if (lost !== undefined) throw new AppError("invalidInput", { field: lost, reason: "malformed" });
  const { unit, level, from, to, formula, target } = view;
  if (unit === null) throw missing("unit");
  if (level === null) throw missing("level");
  if (from === null) throw missing("from");
  if (to === null) throw missing("to");
  return { unit: { code: unit }, level, from, to, formula, target };
}

function missing(field: keyof View): AppError {
  return new AppError("invalidInput", { field, reason: "missing" });
}
