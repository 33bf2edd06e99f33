import "server-only";
import type { BatchState } from "@/generated/prisma/enums";
import type { CalendarDay } from "@/lib/sla";
import { SESSION_NAME_SQL } from "../ledger/import-session";
import { IMPORT_LOCK } from "../ledger/import-lock";

export type ImportListRow = {
  readonly id: number;
  readonly fileName: string;
  readonly fileBytes: number;
  readonly sourceName: string;
  readonly asOf: CalendarDay;
  /** A person, or the name of a token; null for the operator at the command line. */
  readonly createdBy: string | null;
  /** ISO instant. */
  readonly createdAt: string;
  /** "waiting" while another import of the province is at work. */
  readonly state: BatchState | "waiting";
  readonly rowsRead: number;
  readonly rowsTotal: number | null;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
};

const IS_AT_WORK = "b.state IN ('previewing', 'applying')";

/** A worker that was not heard of for so long, and has no session either, is no more. */
const SILENCE = "15 seconds";

/** Of `import_batch b`: at work as far as anybody wrote down, and nobody works on it. */
export const IS_DEAD = `${IS_AT_WORK} AND b.touched_at < now() - interval '${SILENCE}'
  AND NOT EXISTS (SELECT FROM pg_stat_activity p WHERE p.datname = current_database() AND p.application_name = ${SESSION_NAME_SQL})`;

/** It has no turn yet, and somebody else has it: another import, or a change of the calendar. */
const IS_WAITING = `${IS_AT_WORK} AND b.began_at IS NULL
  AND EXISTS (SELECT FROM pg_locks l WHERE l.locktype = 'advisory' AND l.classid = ${IMPORT_LOCK} AND l.objid = b.province_id::oid
                 AND l.granted AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()))`;

/** Columns of `import_batch b`, `source s`, `user_account a` and `api_token t` for an `ImportListRow`. */
export const BATCH_COLUMNS = `b.id, b.file_name AS "fileName", b.file_bytes AS "fileBytes", s.name AS "sourceName",
  b.as_of_on AS "asOf", coalesce(a.display_name, t.name) AS "createdBy",
  to_char(b.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "createdAt",
  CASE WHEN ${IS_DEAD} THEN 'failed' WHEN ${IS_WAITING} THEN 'waiting' ELSE b.state::text END AS state,
  b.rows_read AS "rowsRead", b.rows_total AS "rowsTotal", b.inserted, b.updated, b.unchanged, b.rejected,
  CASE WHEN ${IS_DEAD} THEN '{"code": "connectionLost", "params": {}}'::jsonb ELSE b.failure END AS failure`;

export const BATCH_TABLES = `import_batch b JOIN source s ON s.id = b.source_id LEFT JOIN user_account a ON a.id = b.created_by
  LEFT JOIN api_token t ON t.id = b.api_token_id`;
