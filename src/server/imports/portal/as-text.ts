import "server-only";
import { cleanText } from "@/lib/text";

/** A value of a record as clean text; nothing is "". */
export function asText(value: string | number | null | undefined): string {
  return value === null || value === undefined ? "" : cleanText(String(value));
}
