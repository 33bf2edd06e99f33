import "server-only";
import { asText } from "./as-text";

/** The dossier code that a record names; null when it names none. */
export function codeOf(record: unknown): string | null {
  if (typeof record !== "object" || record === null || !("MaHoSo" in record)) return null;
  const { MaHoSo: code } = record;
  if (typeof code !== "string" && typeof code !== "number") return null;
  return asText(code) || null;
}
