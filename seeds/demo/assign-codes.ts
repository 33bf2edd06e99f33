import type { DayGrid } from "./day-grid";
import type { CodedDossier, DemoDossier } from "./types";

/** In the order of receipt, each with a code "H08.21.12-200115-0012", numbered within its unit and year. */
export function assignCodes(
  grid: DayGrid,
  dossiers: readonly DemoDossier[],
  prefixOf: (unitCode: string) => string,
): CodedDossier[] {
  const order = dossiers.map((dossier, index) => ({ dossier, index }));
  order.sort(
    (a, b) =>
      a.dossier.received.day - b.dossier.received.day ||
      a.dossier.received.minute - b.dossier.received.minute ||
      a.index - b.index,
  );
  const counters = new Map<string, number>();
  return order.map(({ dossier }) => {
    const day = grid.toText(dossier.received.day);
    const prefix = prefixOf(dossier.unit.code);
    const counter = `${prefix}/${day.slice(0, 4)}`;
    const number = (counters.get(counter) ?? 0) + 1;
    counters.set(counter, number);
    const stamp = day.slice(2).replaceAll("-", "");
    return { ...dossier, code: `${prefix}-${stamp}-${String(number).padStart(4, "0")}` };
  });
}
