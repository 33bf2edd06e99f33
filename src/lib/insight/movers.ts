import { displayBp, type Rate, type TargetRule } from "@/lib/sla";

type Rated = { readonly unitId: number | null; readonly rate: Rate };

export type Mover<Row> = {
  readonly row: Row;
  readonly before: Rate;
  /** Difference of the printed rates, in hundredths of a percent. */
  readonly changeBp: number;
};

/** Rates of fewer dossiers than this jump by chance. */
const FEWEST = 20;

/** Who changed most between two periods, best first; units with too few dossiers in either are left out. */
export function moversOf<Row extends Rated>(
  now: readonly Row[],
  before: readonly Rated[],
  target: TargetRule,
): Mover<Row>[] {
  const rateBefore = new Map(before.map((row) => [row.unitId, row.rate]));
  return now
    .flatMap((row) => {
      const old = rateBefore.get(row.unitId) ?? null;
      const bp = displayBp(row.rate, target);
      const oldBp = displayBp(old, target);
      if (bp === null || oldBp === null || (row.rate?.of ?? 0) < FEWEST || (old?.of ?? 0) < FEWEST) return [];
      return [{ row, before: old, changeBp: bp - oldBp }];
    })
    .sort((a, b) => b.changeBp - a.changeBp);
}
