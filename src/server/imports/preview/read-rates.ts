import "server-only";
import type pg from "pg";
import { DEFAULT_FORMULA } from "@/lib/filters";
import type { ImportPreview, PreviewPart } from "@/lib/import-preview";
import { type Period, presetPeriod } from "@/lib/period";
import { type CalendarDay, emptyTally, FORMULAS, type Tally } from "@/lib/sla";
import { readTalliesOn, type TallyGroup } from "../../ledger/read-tallies";
import type { BatchReference } from "../run-batch";

type PlacedUnit = { readonly id: number; readonly name: string; readonly level: string; readonly path: string };

export type RatesBefore = {
  readonly period: Period;
  readonly units: readonly PlacedUnit[];
  readonly groups: readonly TallyGroup[];
  readonly tallies: ReadonlyMap<number, Tally>;
};

/** Rates of every unit, each with what lies below it, over the period that pages show once the batch is applied. */
export async function readRatesBefore(
  client: pg.ClientBase,
  { provinceId, asOfOn }: BatchReference,
): Promise<RatesBefore> {
  const { rows } = await client.query<{ to: CalendarDay }>(
    `SELECT greatest($2::date, (SELECT max(as_of_on) FROM import_batch WHERE province_id = $1 AND state = 'applied' AND NOT holds_aggregates)) AS to`,
    [provinceId, asOfOn],
  );
  const period = presetPeriod("yearToDate", rows[0]?.to ?? asOfOn);
  const { rows: all } = await client.query<PlacedUnit & { exists: boolean }>(
    `SELECT id, name, level::text, path, valid_from <= $2 AND (valid_until IS NULL OR valid_until > $2) AS exists
       FROM unit WHERE province_id = $1 ORDER BY path`,
    [provinceId, period.to],
  );
  const members = new Map<number, number[]>();
  for (const { id, path } of all) {
    for (const head of path.split("/").filter((step) => step !== "")) {
      const group = members.get(Number(head));
      if (group) group.push(id);
      else members.set(Number(head), [id]);
    }
  }
  const units = all.filter((unit) => unit.exists);
  const groups = units.map(({ id }) => ({ key: id, unitIds: members.get(id) ?? [id] }));
  return { period, units, groups, tallies: await readTalliesOn(client, provinceId, groups, period) };
}

/** The units whose rate is another by now; what falls furthest first, and what has no rate on one side last. */
export async function movedRates(
  client: pg.ClientBase,
  { provinceId }: BatchReference,
  { period, units, groups, tallies }: RatesBefore,
): Promise<ImportPreview["rates"]> {
  const now = await readTalliesOn(client, provinceId, groups, period);
  return units
    .map(({ id, name, level }) => ({
      unitId: id,
      name,
      level,
      before: partOf(tallies.get(id)),
      after: partOf(now.get(id)),
    }))
    .filter(({ before, after }) => before.ok !== after.ok || before.of !== after.of)
    .sort((a, b) => fall(a) - fall(b) || a.unitId - b.unitId);
}

function partOf(tally: Tally | undefined): PreviewPart {
  const rate = FORMULAS[DEFAULT_FORMULA].rateOf(tally ?? emptyTally());
  return rate ?? { ok: 0, of: 0 };
}

function fall({ before, after }: { readonly before: PreviewPart; readonly after: PreviewPart }): number {
  return before.of === 0 || after.of === 0 ? Number.MAX_VALUE : after.ok / after.of - before.ok / before.of;
}
