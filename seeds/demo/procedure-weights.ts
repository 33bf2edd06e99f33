import type { SeedProcedure } from "../reference/read-procedures";
import type { SeedUnit } from "../reference/read-units";
import { type Weighted, weighted } from "./weighted";

/** How often people ask for what, beside the procedures of the same office; 1 when not named. */
const ASKED_FOR: Readonly<Record<string, number>> = {
  "1.001193": 16,
  "1.000894": 7,
  "1.000656": 5,
  "1.004873": 11,
  "2.000635": 14,
  "2.000815": 62,
  "2.000884": 22,
  "2.000908": 3,
  "2.001035": 10,
  "1.001776": 5,
  "1.001699": 2,
  "1.000489": 2,
  "1.002305": 2,
  "1.004859": 4,
  "1.003554": 0.6,
  "2.000889": 30,
  "1.004203": 9,
  "1.003003": 8,
  "1.004227": 6,
  "2.000983": 8,
  "1.004583": 16,
  "1.003862": 12,
  "1.001612": 9,
  "2.000720": 4,
  "1.009994": 6,
  "1.002809": 40,
  "1.002820": 0.4,
  "2.002286": 8,
  "2.000488": 30,
  "2.002009": 6,
  "1.005144": 6,
  "1.004616": 3,
  "1.003709": 3,
};

/** The last part of a code of our own ("547.VPDK" → "VPDK"); communes share one set of procedures. */
export function handlerOf(unit: SeedUnit): string {
  return unit.level === "commune" ? "commune" : (unit.code.split(".")[1] ?? unit.code);
}

/** What the unit is asked for; null when it handles nothing itself. */
export function proceduresOf(unit: SeedUnit, procedures: readonly SeedProcedure[]): Weighted<SeedProcedure> | null {
  const handler = handlerOf(unit);
  const own = procedures.filter((procedure) => procedure.handledBy.includes(handler));
  if (own.length === 0) return null;
  return weighted(own.map((procedure) => [procedure, ASKED_FOR[procedure.code] ?? 1] as const));
}
