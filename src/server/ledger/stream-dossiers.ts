import "server-only";
import type pg from "pg";
import { type Channel, type DossierTimeline, deriveTimeline, SlaError } from "@/lib/sla";
import { DOSSIER_FACT_COLUMNS, type DossierFactRow, toSlaFacts } from "../sla/to-sla-facts";

/** A dossier as stored, beside the timeline the engine gives its facts. */
export type StoredDossier = {
  readonly id: number;
  readonly unitId: number;
  readonly fieldId: number;
  readonly channel: Channel;
  /** Its unit, procedure, field and source exist in its province. */
  readonly hasReferences: boolean;
  readonly verdict: string;
  /** Null when the engine refuses the facts. */
  readonly timeline: DossierTimeline | null;
};

type Row = DossierFactRow & {
  id: number;
  unit_id: number;
  field_id: number;
  channel: Channel;
  has_references: boolean;
  verdict: string;
};

const BATCH = 5000;

/** All dossiers of a province, some at a time, inside the client's transaction. */
export async function* streamDossiers(client: pg.Client, provinceId: number): AsyncGenerator<StoredDossier[]> {
  await client.query(
    `DECLARE every_dossier NO SCROLL CURSOR FOR
     SELECT d.id, d.unit_id, d.field_id, d.channel, ${DOSSIER_FACT_COLUMNS},
            concat_ws('|', d.counted, coalesce(d.outcome::text, '-'), coalesce(d.closed_on::text, '-'),
                      coalesce(d.due_counted_on::text, '-'), d.due_met, coalesce(d.paused_spans::text, '-'),
                      coalesce(d.overdue_spans::text, '-')) AS verdict,
            (u.id IS NOT NULL AND r.id IS NOT NULL AND p.id IS NOT NULL AND p.field_id = d.field_id
             AND s.id IS NOT NULL) AS has_references
       FROM dossier d
       JOIN province ON province.id = d.province_id
       LEFT JOIN unit u ON u.id = d.unit_id AND u.province_id = d.province_id
       LEFT JOIN unit r ON r.id = d.receiving_unit_id AND r.province_id = d.province_id
       LEFT JOIN procedure p ON p.id = d.procedure_id AND p.province_id = d.province_id
       LEFT JOIN source s ON s.id = d.source_id AND s.province_id = d.province_id
      WHERE d.province_id = ${provinceId}`,
  );
  for (;;) {
    const { rows } = await client.query<Row>(`FETCH ${BATCH} FROM every_dossier`);
    if (rows.length === 0) return;
    yield rows.map((row) => ({
      id: row.id,
      unitId: row.unit_id,
      fieldId: row.field_id,
      channel: row.channel,
      hasReferences: row.has_references,
      verdict: row.verdict,
      timeline: derive(row),
    }));
  }
}

function derive(row: Row): DossierTimeline | null {
  try {
    return deriveTimeline(toSlaFacts(row));
  } catch (error) {
    if (error instanceof SlaError) return null;
    throw error;
  }
}
