import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { canSeeOfficers } from "@/lib/access/roles";
import {
  type CalendarDay,
  type Channel,
  classOn,
  type DossierClass,
  type DossierFacts,
  type DossierTimeline,
  deriveTimeline,
  explainDossier,
  type TimeLimit,
} from "@/lib/sla";
import { scopeSql } from "../access/scope";
import { queryRows } from "../db";
import { AppError } from "../errors";
import { calendarFor } from "../sla/compile-calendars";
import { type DossierDelay, loadDelayAccount } from "../sla/load-delay-account";
import { loadCalendars } from "../sla/load-calendars";
import { DOSSIER_FACT_COLUMNS, type DossierFactRow, toSlaFacts } from "../sla/to-sla-facts";
import { getDataStatus } from "./get-data-status";

export type DossierDetails = {
  readonly id: number;
  readonly code: string;
  readonly channel: Channel;
  readonly unitId: number;
  readonly unitName: string;
  readonly receivingUnitName: string;
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly procedureId: number;
  readonly fieldId: number;
  readonly fieldName: string;
  readonly timeLimit: TimeLimit | null;
  readonly extendedDueOn: CalendarDay | null;
  readonly handedOverOn: CalendarDay | null;
  readonly computedDueOn: CalendarDay | null;
  /** Null when unknown, or when the viewer's role may not see officers' names. */
  readonly officer: string | null;
  readonly sourceName: string;
  readonly batchId: number;
  readonly fileName: string;
  readonly facts: DossierFacts;
  readonly timeline: DossierTimeline;
  /** Day on whose evening the verdict holds. */
  readonly asOf: CalendarDay;
  readonly class: DossierClass | null;
  readonly explanation: ReturnType<typeof explainDossier>;
  /** Where the time went, step by step; null when its source tells of no steps. */
  readonly delay: DossierDelay | null;
};

type DetailRow = DossierFactRow & {
  id: number;
  code: string;
  channel: Channel;
  unit_id: number;
  unit_name: string;
  receiving_unit_name: string;
  procedure_code: string;
  procedure_name: string;
  procedure_id: number;
  field_id: number;
  field_name: string;
  limit_amount: number | null;
  limit_unit: TimeLimit["unit"] | null;
  extended_due_on: CalendarDay | null;
  handed_over_on: CalendarDay | null;
  computed_due_on: CalendarDay | null;
  officer: string | null;
  source_name: string;
  batch_id: number;
  file_name: string;
};

/** What is shown may reach into a year not decreed yet, and says so; what is stored never does. */
const PROVISIONAL_YEARS = 1;

async function findDossier(viewer: Viewer, condition: "d.id = $1" | "d.code = $1", key: number | string) {
  const scope = scopeSql(viewer, "u", 2);
  const [row] = await queryRows<DetailRow>(
    `SELECT ${DOSSIER_FACT_COLUMNS}, d.id, d.code, d.channel, d.unit_id, u.name AS unit_name,
            r.name AS receiving_unit_name, p.code AS procedure_code, p.name AS procedure_name, d.procedure_id, d.field_id,
            f.name AS field_name,
            t.amount AS limit_amount, t.unit AS limit_unit, d.extended_due_on, d.handed_over_on, d.computed_due_on,
            d.officer, s.name AS source_name, d.batch_id, b.file_name
       FROM dossier d
       JOIN unit u ON u.id = d.unit_id
       JOIN province ON province.id = d.province_id
       JOIN unit r ON r.id = d.receiving_unit_id
       JOIN procedure p ON p.id = d.procedure_id
       JOIN field f ON f.id = d.field_id
       JOIN source s ON s.id = d.source_id
       JOIN import_batch b ON b.province_id = d.province_id AND b.id = d.batch_id
       LEFT JOIN procedure_time_limit t ON t.procedure_id = p.id AND t.effective_from <= d.received_on
        AND (t.effective_until IS NULL OR t.effective_until > d.received_on)
      WHERE ${condition} AND d.province_id = $2 AND ${scope.sql}
      ORDER BY d.as_of DESC
      LIMIT 1`,
    [key, ...scope.values],
  );
  if (!row) throw new AppError("notFound", { what: "dossier" });
  return row;
}

/** A dossier with its verdict on the data's as-of day, and why. Throws `notFound`. */
export async function getDossier(viewer: Viewer, dossierId: number): Promise<DossierDetails> {
  return toDetails(viewer, await findDossier(viewer, "d.id = $1", dossierId));
}

/** The same by the code printed on the receipt; of equal codes, the one with the newest data. */
export async function getDossierByCode(viewer: Viewer, code: string): Promise<DossierDetails> {
  return toDetails(viewer, await findDossier(viewer, "d.code = $1", code));
}

async function toDetails(viewer: Viewer, row: DetailRow): Promise<DossierDetails> {
  const [status, calendars] = await Promise.all([
    getDataStatus(viewer),
    loadCalendars(viewer.provinceId, PROVISIONAL_YEARS),
  ]);
  const calendar = calendarFor(calendars, row.unit_id);
  const facts = toSlaFacts(row);
  const timeline = deriveTimeline(facts);
  const asOf = status.asOf ?? facts.receivedOn;
  const timeLimit =
    row.limit_amount === null || row.limit_unit === null ? null : { amount: row.limit_amount, unit: row.limit_unit };
  const delay = await loadDelayAccount(viewer, row.id, calendar, { closedOn: timeline.closedOn, asOf });
  // A system that tells of steps names the officer there and not in the dossier's own record.
  const lastOfficer = delay?.steps.at(-1)?.officer ?? null;
  return {
    id: row.id,
    code: row.code,
    channel: row.channel,
    unitId: row.unit_id,
    unitName: row.unit_name,
    receivingUnitName: row.receiving_unit_name,
    procedureCode: row.procedure_code,
    procedureName: row.procedure_name,
    procedureId: row.procedure_id,
    fieldId: row.field_id,
    fieldName: row.field_name,
    timeLimit,
    extendedDueOn: row.extended_due_on,
    handedOverOn: row.handed_over_on,
    computedDueOn: row.computed_due_on,
    officer: canSeeOfficers(viewer.role) ? (row.officer ?? lastOfficer) : null,
    sourceName: row.source_name,
    batchId: row.batch_id,
    fileName: row.file_name,
    facts,
    timeline,
    asOf,
    class: classOn(timeline, asOf),
    explanation: explainDossier(facts, timeline, calendar, asOf, timeLimit),
    delay,
  };
}
