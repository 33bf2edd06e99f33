import "server-only";

/** A value of a record as text; nothing is "". */
export function asText(value: string | number | null | undefined): string {
  return value === null || value === undefined ? "" : String(value).trim();
}
