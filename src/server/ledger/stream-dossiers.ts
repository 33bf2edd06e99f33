import "server-only";
import type pg from "pg";
import {
  type CalendarDay,
  type Channel,
  type DossierFacts,
  type DossierTimeline,
  deriveTimeline,
  type Outcome,
  SlaError,
} from "@/lib/sla";
import { DOSSIER_FACT_COLUMNS, type DossierFactRow, toSlaFacts } from "../sla/to-sla-facts";

/** What a recount needs of a dossier. */
export type CountedRow = {
  readonly unitId: number;
  readonly fieldId: number;
  readonly channel: Channel;
  /** Null when the engine refuses the facts. */
  readonly timeline: DossierTimeline | null;
};

/** A dossier as stored, beside the timeline the engine gives its facts. */
export type StoredDossier = CountedRow & {
  readonly id: number;
  readonly procedureId: number;
  readonly facts: DossierFacts;
  /** Its unit, procedure, field and source exist in its province. */
  readonly hasReferences: boolean;
  readonly verdict: string;
  readonly outcome: Outcome | null;
  readonly computedDueOn: CalendarDay | null;
};

type Row = DossierFactRow & {
  id: number;
  unit_id: number;
  field_id: number;
  procedure_id: number;
  channel: Channel;
  has_references: boolean;
  verdict: string;
  outcome: Outcome | null;
  computed_due_on: CalendarDay | null;
};

const BATCH = 5000;

/**
 * The dossiers of a province, some at a time, inside the client's transaction: all, or those that a temporary
 * table `reach` of units with spans of days says may be touched (`make-reach.ts`).
 */
export async function* streamDossiers(
  client: pg.Client,
  provinceId: number,
  which: "all" | "withinReach" = "all",
): AsyncGenerator<StoredDossier[]> {
  const reach = `JOIN reach ON reach.unit_id = d.unit_id AND d.received_on <= reach.until_on
        AND (d.computed_due_on >= reach.from_on OR d.due_on >= reach.from_on
             OR (reach.opens_year AND d.computed_due_on IS NULL))`;
  await client.query(
    `DECLARE every_dossier NO SCROLL CURSOR FOR
     SELECT d.id, d.unit_id, d.field_id, d.procedure_id, d.channel, d.outcome, d.computed_due_on,
            ${DOSSIER_FACT_COLUMNS},
            concat_ws('|', d.counted, coalesce(d.outcome::text, '-'), coalesce(d.closed_on::text, '-'),
                      coalesce(d.due_counted_on::text, '-'), d.due_met, coalesce(d.paused_spans::text, '-'),
                      coalesce(d.overdue_spans::text, '-')) AS verdict,
            (u.id IS NOT NULL AND r.id IS NOT NULL AND p.id IS NOT NULL AND p.field_id = d.field_id
             AND s.id IS NOT NULL) AS has_references
       FROM dossier d
       JOIN province ON province.id = d.province_id
       ${which === "withinReach" ? reach : ""}
       LEFT JOIN unit u ON u.id = d.unit_id AND u.province_id = d.province_id
       LEFT JOIN unit r ON r.id = d.receiving_unit_id AND r.province_id = d.province_id
       LEFT JOIN procedure p ON p.id = d.procedure_id AND p.province_id = d.province_id
       LEFT JOIN source s ON s.id = d.source_id AND s.province_id = d.province_id
      WHERE d.province_id = ${provinceId}`,
  );
  for (;;) {
    const { rows } = await client.query<Row>(`FETCH ${BATCH} FROM every_dossier`);
    if (rows.length === 0) break;
    yield rows.map(toStored);
  }
  await client.query("CLOSE every_dossier");
}

function toStored(row: Row): StoredDossier {
  const facts = toSlaFacts(row);
  return {
    id: row.id,
    unitId: row.unit_id,
    fieldId: row.field_id,
    procedureId: row.procedure_id,
    channel: row.channel,
    facts,
    hasReferences: row.has_references,
    verdict: row.verdict,
    outcome: row.outcome,
    computedDueOn: row.computed_due_on,
    timeline: derive(facts),
  };
}

function derive(facts: DossierFacts): DossierTimeline | null {
  try {
    return deriveTimeline(facts);
  } catch (error) {
    if (error instanceof SlaError) return null;
    throw error;
  }
}
