import { COLUMN_NAMES } from "./strings/imports";
import { matchKey } from "./text";

/** What of a dossier list is imported; every other column, and whoever is named in it, is left where it is. */
export const COLUMNS = [
  "code",
  "receivingUnit",
  "unit",
  "procedureCode",
  "procedureName",
  "status",
  "channel",
  "received",
  "due",
  "extendedDue",
  "finished",
  "handedOver",
  "officer",
  "pauseFrom",
  "pauseUntil",
  "pauseReason",
] as const;
export type Column = (typeof COLUMNS)[number];

/** Groups, names and the words below them: so many rows a header may have. */
export const MOST_HEADER_ROWS = 3;

/** Without these no row can be understood; of the procedure's two, one is enough. */
export const REQUIRED: readonly (readonly Column[])[] = [
  ["code"],
  ["receivingUnit"],
  ["status"],
  ["received"],
  ["procedureCode", "procedureName"],
];

/** In letters: what is longer is a note, or was made to be slow to look at. */
export const LONGEST_HEADER = 500;
/** "(1)", "(*)", "[dd/MM/yyyy]" after a name. */
const NOTE = /[([][^)\]]*[)\]]\s*$/;

const COLUMN_BY_KEY: ReadonlyMap<string, Column> = new Map(
  COLUMNS.flatMap((column) => COLUMN_NAMES[column].map((name) => [matchKey(name), column] as const)),
);

const remembered = new Map<string, Column | null>();
/** The search for a header asks several times about each cell of the first rows. */
const MOST_REMEMBERED = 20_000;

/** What stands before the note of a long header; "" where that is as long. */
export function nameBeforeNote(header: string): string {
  const note = header.search(/[([]/);
  const name = note === -1 ? header : header.slice(0, note);
  return name.length > LONGEST_HEADER ? "" : name;
}

/** The column a header names, in any of its spellings; null for one that is not imported. */
export function columnOf(header: string): Column | null {
  if (header.length > LONGEST_HEADER) return columnOf(nameBeforeNote(header));
  const known = remembered.get(header);
  if (known !== undefined) return known;
  const column = COLUMN_BY_KEY.get(matchKey(header)) ?? COLUMN_BY_KEY.get(matchKey(header.replace(NOTE, ""))) ?? null;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(header, column);
  return column;
}
