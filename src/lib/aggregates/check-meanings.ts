import { AGGREGATE_REQUIRED, type AggregateColumn, isCount, type TableColumn } from "./columns";

/** What the column at a position, from 0, is said to be. */
export type Meaning = { readonly at: number; readonly means: TableColumn };

export type WrongMeanings =
  /** Nothing names the rows, or two columns do. */
  | { readonly kind: "noName" }
  | { readonly kind: "twoNames"; readonly at: readonly number[] }
  | { readonly kind: "twice"; readonly means: AggregateColumn; readonly at: readonly number[] }
  /** Of each line one is needed. */
  | { readonly kind: "missing"; readonly choices: readonly (readonly AggregateColumn[])[] };

/** What stands in the way of reading a table by what its columns are said to be; null when nothing does. */
export function checkMeanings(meanings: readonly Meaning[]): WrongMeanings | null {
  const names = meanings.filter(({ means }) => !isCount(means));
  if (names.length === 0) return { kind: "noName" };
  if (names.length > 1) return { kind: "twoNames", at: names.map(({ at }) => at) };
  for (const { means } of meanings) {
    const same = meanings.filter((other) => other.means === means);
    if (same.length > 1 && isCount(means)) return { kind: "twice", means, at: same.map(({ at }) => at) };
  }
  const missing = AGGREGATE_REQUIRED.filter((choices) =>
    choices.every((column) => meanings.every(({ means }) => means !== column)),
  );
  return missing.length === 0 ? null : { kind: "missing", choices: missing };
}
