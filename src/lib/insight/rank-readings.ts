import {
  estimatePrior,
  type FairVerdict,
  fairVerdict,
  probabilityBelow,
  type Rate,
  shrink,
  type TargetRule,
} from "@/lib/sla";
import { PEER_GROUPS, type PeerGroup } from "../ranking-choice";

export type RankedRow = { readonly unitId: number | null; readonly rank: number | null; readonly rate: Rate };

/** What stands beside a unit's official rank. */
export type RankReading = {
  /** Its place by the shrunk rate, in which a few dossiers weigh little; null when there is nothing to count. */
  readonly fairRank: number | null;
  /** That its true rate is below the target, 0 … 1. */
  readonly below: number | null;
  readonly verdict: FairVerdict | null;
  /** Places won (above 0) or lost since the period before; null when it had no rank in one of them. */
  readonly moved: number | null;
  readonly peers: PeerGroup | null;
};

/** One unit alone says nothing of its peers: any rate is as likely as another. */
const NO_PEERS = { mean: 0.5, strength: 2 };

/** The fair reading of each unit of a level, its movement since the period before, and its peers by volume. */
export function readRanks(
  rows: readonly RankedRow[],
  before: readonly RankedRow[],
  { thresholdBp }: TargetRule,
): ReadonlyMap<number | null, RankReading> {
  const prior = estimatePrior(rows.map(({ rate }) => rate)) ?? NO_PEERS;
  const means = rows.map(({ rate }) => (rate === null ? null : shrink(rate, prior).mean));
  const order = means.filter((mean) => mean !== null).sort((a, b) => b - a);
  const rankBefore = new Map(before.map(({ unitId, rank }) => [unitId, rank]));
  const volumes = rows.flatMap(({ rate }) => (rate === null ? [] : [rate.of])).sort((a, b) => a - b);
  return new Map(
    rows.map(({ unitId, rank, rate }, index) => {
      const mean = means[index] ?? null;
      const posterior = rate === null ? null : shrink(rate, prior);
      const old = rankBefore.get(unitId) ?? null;
      return [
        unitId,
        {
          fairRank: mean === null ? null : order.indexOf(mean) + 1,
          below: posterior === null ? null : probabilityBelow(posterior, thresholdBp),
          verdict: posterior === null ? null : fairVerdict(posterior, thresholdBp),
          moved: rank === null || old === null ? null : old - rank,
          peers: rate === null ? null : peersOf(rate.of, volumes),
        },
      ];
    }),
  );
}

/** Units of equal volume are peers, wherever the third would cut them. */
function peersOf(volume: number, sorted: readonly number[]): PeerGroup {
  const place = sorted.indexOf(volume);
  return PEER_GROUPS[Math.min(2, Math.floor((3 * place) / sorted.length))] ?? "small";
}
