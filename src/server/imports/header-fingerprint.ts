import "server-only";
import { createHash } from "node:crypto";
import { IMPORT_PAGES } from "@/lib/strings/import-pages";
import { matchKey } from "@/lib/text";

/** What we put behind the columns of rows that are returned to be corrected: no part of their header. */
const OURS = [IMPORT_PAGES.returned.row, IMPORT_PAGES.returned.why].map(matchKey);

/** The same for the same words in the same order, however they are spelt: what a source's header is known by. */
export function headerFingerprint(names: readonly string[]): string {
  const keys = names.map(matchKey);
  const end = keys.findIndex((_, at) => OURS.every((own, index) => keys[at + index] === own));
  const own = end === -1 ? keys : keys.slice(0, end);
  const width = own.findLastIndex((key) => key !== "") + 1;
  return createHash("sha256").update(own.slice(0, width).join("\n")).digest("hex");
}
