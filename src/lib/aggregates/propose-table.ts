import { AGGREGATES } from "@/lib/strings/aggregates";
import { matchKey, similarity } from "@/lib/text";
import type { Meaning } from "./check-meanings";
import { columnOfHead, isNoCount } from "./column-of-head";
import { AGGREGATE_COLUMNS, isCount, type TableColumn } from "./columns";
import { isName } from "./is-count-row";
import { parseCount } from "./parse-count";

/** How alike a head and the name of a count must be before one is offered for the other. */
const LEAST_SIMILARITY = 0.68;

/**
 * What the columns of a table may be, each meaning once: by their heads, then the column of words for the names of
 * the rows, then by the nearest name where all rows hold counts.
 * @param paths the texts above each column, from the top down.
 * @param rows the first rows below the head.
 */
export function proposeTable(paths: readonly (readonly string[])[], rows: readonly (readonly string[])[]): Meaning[] {
  const proposal = new Map<number, TableColumn>();
  const offer = (at: number, means: TableColumn): void => {
    const taken = [...proposal.values()].some((one) => one === means || (!isCount(one) && !isCount(means)));
    if (!taken && !proposal.has(at)) proposal.set(at, means);
  };
  for (const [at, path] of paths.entries()) {
    const means = columnOfHead(path);
    if (means !== null) offer(at, means);
  }
  const names = paths.findIndex((_, at) => rows.length > 0 && rows.every((cells) => isName(cells[at] ?? "")));
  if (names !== -1) offer(names, "unit");
  for (const { at, means } of nearest(paths, rows)) offer(at, means);
  return [...proposal].map(([at, means]) => ({ at, means })).sort((a, b) => a.at - b.at);
}

function nearest(paths: readonly (readonly string[])[], rows: readonly (readonly string[])[]): Meaning[] {
  return paths
    .flatMap((path, at) => {
      const key = matchKey(path.join(" "));
      const isCounted = rows.length > 0 && rows.every((cells) => parseCount(cells[at] ?? "") !== null);
      if (key === "" || columnOfHead(path) !== null || isNoCount(path) || !isCounted) return [];
      return AGGREGATE_COLUMNS.map((means) => ({
        at,
        means,
        score: similarity(key, matchKey(AGGREGATES.columns[means])),
      }));
    })
    .filter(({ score }) => score >= LEAST_SIMILARITY)
    .sort((a, b) => b.score - a.score || a.at - b.at);
}
