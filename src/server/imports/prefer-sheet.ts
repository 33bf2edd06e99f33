import "server-only";
import type { Sheet } from "./sheet-reader";

/** The sheets with the one that a clerk chose before the others; as they are for a name that none of them bears. */
export function preferSheet(sheets: readonly Sheet[], name: string | null): readonly Sheet[] {
  const chosen = sheets.find((sheet) => name !== null && sheet.name === name);
  return chosen === undefined ? sheets : [chosen, ...sheets.filter((sheet) => sheet !== chosen)];
}
