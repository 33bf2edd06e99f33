import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { readRanks } from "@/lib/insight/rank-readings";
import { RANKING_LEVELS, type RankingLevel } from "@/lib/filters";
import type { Period } from "@/lib/period";
import type { PeerGroup } from "@/lib/ranking-choice";
import {
  addTallies,
  emptyTally,
  FORMULAS,
  type FormulaId,
  type Rate,
  sharedRanks,
  type Tally,
  type TargetRule,
} from "@/lib/sla";
import { requireUnit } from "../access/scope";
import { levelGroups } from "../ledger/level-groups";
import { readTallies } from "../ledger/read-tallies";
import { clampPeriod } from "./clamp-period";
import { getDataStatus } from "./get-data-status";

export type PeersInput = Period & {
  readonly unitId: number;
  readonly formula: FormulaId;
  readonly target: TargetRule;
};

/** A unit among those of its level in the province that handle about as many dossiers; none of them is named. */
export type Peers = {
  readonly level: RankingLevel;
  readonly group: PeerGroup;
  /** Its place among the peers by rate, shared by equals, and how many they are, itself included. */
  readonly place: number;
  readonly peers: number;
  /** Of all peers together. */
  readonly rate: Rate;
};

/**
 * Where a unit stands among its peers by volume, whom the viewer need not be allowed to see: only their number, their
 * common rate and the unit's place leave this query. Null for a province, and for a unit with nothing to count.
 * Throws `notFound`.
 */
export async function getPeers(viewer: Viewer, input: PeersInput): Promise<Peers | null> {
  const unit = await requireUnit(viewer, input.unitId);
  const level = RANKING_LEVELS.find((one) => one === unit.level);
  if (level === undefined) return null;
  const [groups, status] = await Promise.all([levelGroups(viewer, level, input.to), getDataStatus(viewer)]);
  const tallies = await readTallies(viewer, groups, clampPeriod(input, status.asOf));
  const rows = groups.map(({ key }) => {
    const tally = tallies.get(key) ?? emptyTally();
    return { unitId: key, rank: null, tally, rate: FORMULAS[input.formula].rateOf(tally) };
  });
  const readings = readRanks(rows, [], input.target);
  const group = readings.get(unit.id)?.peers ?? null;
  if (group === null) return null;
  const peers = rows.filter(({ unitId }) => readings.get(unitId)?.peers === group);
  const ranks = sharedRanks(peers.map(({ rate }) => rate));
  const place = ranks[peers.findIndex(({ unitId }) => unitId === unit.id)] ?? null;
  if (place === null) return null;
  const together = peers.map(({ tally }) => tally).reduce<Tally>(addTallies, emptyTally());
  return { level, group, place, peers: peers.length, rate: FORMULAS[input.formula].rateOf(together) };
}
