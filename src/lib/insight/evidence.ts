import {
  estimatePrior,
  type FairVerdict,
  fairVerdict,
  probabilityBelow,
  type Rate,
  shrink,
  type TargetRule,
} from "@/lib/sla";

export type Evidence<Row> = {
  readonly row: Row;
  /** That the unit's true rate is below the target, 0 … 1. */
  readonly below: number;
  readonly verdict: FairVerdict;
};

/** Units by the weight of evidence that they miss the target, the heaviest first; those without a rate are left out. */
export function weighEvidence<Row extends { readonly rate: Rate }>(
  rows: readonly Row[],
  { thresholdBp }: TargetRule,
): Evidence<Row>[] {
  // One unit alone says nothing of its peers: any rate is as likely as another.
  const prior = estimatePrior(rows.map(({ rate }) => rate)) ?? { mean: 0.5, strength: 2 };
  return rows
    .filter(({ rate }) => rate !== null)
    .map((row) => {
      const posterior = shrink(row.rate, prior);
      return {
        row,
        below: probabilityBelow(posterior, thresholdBp),
        verdict: fairVerdict(posterior, thresholdBp),
        mean: posterior.mean,
      };
    })
    .sort((a, b) => b.below - a.below || a.mean - b.mean)
    .map(({ mean: _, ...evidence }) => evidence);
}
