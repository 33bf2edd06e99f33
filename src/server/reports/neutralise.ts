import "server-only";

/** What a spreadsheet takes for the beginning of a formula, also after spaces and quotes, also in full width. */
const FORMULA = String.raw`[\s"]*[=+\-@＝＋－＠]`;
const STARTS_FORMULA = new RegExp(`^(?:${FORMULA}|[\\t\\r\\n])`, "u");
/** Another locale may take a semicolon or tab inside a cell for the end of it. */
const HIDDEN_FORMULA = new RegExp(`[;,|\\t\\r\\n](?=${FORMULA})`, "gu");

/** Text that no spreadsheet runs, whichever separator its locale expects: what it holds came from somebody's file. */
export function neutralise(text: string): string {
  const inner = text.replace(HIDDEN_FORMULA, (mark) => `${mark}'`);
  return STARTS_FORMULA.test(text) ? `'${inner}` : inner;
}
