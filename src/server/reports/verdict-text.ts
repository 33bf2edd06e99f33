import "server-only";
import { VERDICTS } from "@/lib/strings/classes";

/** The official verdict as a cell; empty where there is nothing to judge. */
export function verdictText(meetsTarget: boolean | null): string | null {
  if (meetsTarget === null) return null;
  return meetsTarget ? VERDICTS.met : VERDICTS.missed;
}
