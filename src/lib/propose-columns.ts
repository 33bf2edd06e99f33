import { COLUMNS, type Column, columnOf } from "./list-columns";
import { COLUMN_NAMES } from "./strings/imports";
import { matchKey, similarity } from "./text";

/** How alike two names must be before one is offered for the other, words that many headers share left out. */
const LEAST_SIMILARITY = 0.68;
const SHARED_WORDS = /\b(ngay|nguoi|thoi|gian|diem)\b/g;
/** A column of people is offered by its very name alone: the next one like it may be the citizens'. */
const PEOPLE: readonly Column[] = ["officer"];

/** Which position each column may mean: known names first, then the nearest, each position once. */
export function proposeColumns(names: readonly string[]): Partial<Record<Column, number>> {
  const offers = names
    .flatMap((name, position) => COLUMNS.map((column) => ({ column, position, score: scoreOf(name, column) })))
    .filter(({ score }) => score >= LEAST_SIMILARITY)
    .sort((a, b) => b.score - a.score || a.position - b.position);
  const proposal: Partial<Record<Column, number>> = {};
  const taken = new Set<number>();
  for (const { column, position } of offers) {
    if (proposal[column] !== undefined || taken.has(position)) continue;
    proposal[column] = position;
    taken.add(position);
  }
  return proposal;
}

function scoreOf(name: string, column: Column): number {
  if (columnOf(name) === column) return 1;
  if (PEOPLE.includes(column)) return 0;
  return Math.max(...COLUMN_NAMES[column].map((known) => similarity(tellingWords(name), tellingWords(known))));
}

function tellingWords(name: string): string {
  return matchKey(name).replace(SHARED_WORDS, "").replace(/ +/g, " ").trim();
}
