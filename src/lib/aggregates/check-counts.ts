import { checkIdentities } from "@/lib/sla";
import type { AggregateColumn, AggregateCounts } from "./columns";
import { toTally } from "./to-tally";

/** The sums that a form's cells should make; `open` and `openClasses` are the engine's. */
export const AGGREGATE_IDENTITIES = [
  "received",
  "receivedInPeriod",
  "resolved",
  "late",
  "overdue",
  "open",
  "openClasses",
] as const;
/** Those of a row, and those between rows and between tables. */
export const TABLE_IDENTITIES = [
  ...AGGREGATE_IDENTITIES,
  "sumOfRows",
  "sumOfFields",
  "sumBelow",
  "opening",
  "closing",
] as const;
export type TableIdentity = (typeof TABLE_IDENTITIES)[number];

export type AggregateIdentity = (typeof AGGREGATE_IDENTITIES)[number];

export type BrokenSum = {
  readonly identity: AggregateIdentity;
  /** The cell that should be the sum, and the cells it should be the sum of. */
  readonly total: AggregateColumn;
  readonly parts: readonly AggregateColumn[];
  readonly actual: number;
  readonly expected: number;
};

const CHANNELS = [
  "receivedDirect",
  "receivedOnline",
  "receivedOnlinePartial",
  "receivedOnlineOther",
  "receivedPostal",
] as const;
const RESOLVED = ["early", "onTime", "earlyOrOnTime", "late"] as const;
const AWAY = ["paused", "returned", "withdrawn", "refused"] as const;

/** The sums that the row of a table does not keep; what its form has no cells for is not asked. */
export function checkCounts(counts: AggregateCounts): BrokenSum[] {
  return [...partsOf(counts), ...balancesOf(counts)];
}

function partsOf(counts: AggregateCounts): BrokenSum[] {
  const has = (column: AggregateColumn): boolean => counts[column] !== undefined;
  const broken: BrokenSum[] = [];
  const ask = (identity: AggregateIdentity, total: AggregateColumn, choices: readonly AggregateColumn[]): void => {
    const actual = counts[total];
    const parts = choices.filter(has);
    const expected = parts.reduce((sum, column) => sum + (counts[column] ?? 0), 0);
    if (actual !== undefined && actual !== expected) broken.push({ identity, total, parts, actual, expected });
  };
  if (has("receivedInPeriod")) ask("received", "receivedTotal", ["receivedInPeriod", "carriedOver"]);
  else if (has("receivedDirect")) ask("received", "receivedTotal", [...CHANNELS, "carriedOver"]);
  if (has("receivedDirect")) ask("receivedInPeriod", "receivedInPeriod", CHANNELS);
  if (has("late") && (has("earlyOrOnTime") || (has("early") && has("onTime")))) {
    ask("resolved", "resolvedTotal", RESOLVED);
  }
  if (has("lateWithApology") && has("lateWithoutApology"))
    ask("late", "late", ["lateWithApology", "lateWithoutApology"]);
  if (has("overdueWithApology") && has("overdueWithoutApology")) {
    ask("overdue", "overdue", ["overdueWithApology", "overdueWithoutApology"]);
  }
  return broken;
}

/** The engine's balance of stocks and flows, asked of the totals: a wrong part is told of above, not twice. */
function balancesOf(counts: AggregateCounts): BrokenSum[] {
  const has = (column: AggregateColumn): boolean => counts[column] !== undefined;
  const { receivedTotal, carriedOver, openTotal, resolvedTotal } = counts;
  if (openTotal === undefined) return [];
  const asked: Record<"open" | "openClasses", Pick<BrokenSum, "total" | "parts"> | null> = {
    open:
      receivedTotal !== undefined && resolvedTotal !== undefined
        ? { total: "receivedTotal", parts: ["resolvedTotal", "openTotal", ...AWAY.filter(has)] }
        : null,
    openClasses:
      has("inTime") && has("overdue")
        ? { total: "openTotal", parts: ["inTime", ...(has("openPaused") ? (["openPaused"] as const) : []), "overdue"] }
        : null,
  };
  const { early: _early, onTime: _onTime, earlyOrOnTime: _either, ...rest } = counts;
  const totals = toTally({ ...rest, receivedTotal: receivedTotal ?? carriedOver ?? 0, late: counts.late ?? 0 });
  return checkIdentities(totals).flatMap(({ identity, actual, expected }): BrokenSum[] => {
    if (identity !== "open" && identity !== "openClasses") return [];
    const cells = asked[identity];
    if (!cells) return [];
    // The form writes the balance as what was to be handled = resolved + open + what left otherwise.
    if (identity === "open") {
      const told = receivedTotal ?? 0;
      return [{ identity, ...cells, actual: told, expected: told + actual - expected }];
    }
    const beside = counts.paused ?? 0;
    return [{ identity, ...cells, actual: actual - beside, expected: expected - beside }];
  });
}
