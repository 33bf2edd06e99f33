import "server-only";
import type pg from "pg";
import { KEEP_STEPS_CTE } from "./keep-steps";
import type { RowProblem } from "./row-problem";
import type { StepDraft } from "./portal/read-portal-step";
import { isProblems, type StepSource } from "./row-source";
import type { BatchReference } from "./run-batch";
import type { RowResult } from "./row-result";

export type WrittenSteps = {
  readonly rowsRead: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly problems: readonly RowProblem[];
  readonly results: ReadonlyMap<number, RowResult>;
};

type StepRow = { row: number; kind: RowResult };

/** A step is known again by its dossier, moment, officer and office; one of a newer export is left alone. */
const WRITE_SQL = `
  WITH told AS (
    SELECT DISTINCT ON (d.id, t.acted_at, t.officer, t.office) t.*, d.id AS dossier_id,
           coalesce(t.unit_id, d.unit_id) AS step_unit_id
      FROM jsonb_to_recordset($1::jsonb) AS t(row int, code text, acted_at timestamp, officer text, office text, unit_id int,
             status dossier_status, from_on date, from_at timestamp, due_on date, finished_on date, finished_at timestamp)
      JOIN dossier d ON d.province_id = $2 AND d.source_id = $3 AND d.code = t.code
      JOIN unit u ON u.id = d.unit_id AND starts_with(u.path, $4)
     ORDER BY d.id, t.acted_at, t.officer, t.office, t.row DESC
  ), judged AS (
    SELECT t.*,
           CASE WHEN s.dossier_id IS NULL THEN 'inserted'
                WHEN (s.unit_id, s.status, s.from_on, s.from_at, s.due_on, s.finished_on, s.finished_at) IS DISTINCT FROM
                     (t.step_unit_id, t.status, t.from_on, t.from_at::timestamptz, t.due_on, t.finished_on, t.finished_at::timestamptz)
                 AND s.as_of <= $6 THEN 'updated'
                ELSE 'unchanged' END AS kind
      FROM told t LEFT JOIN dossier_step s ON s.province_id = $2 AND s.dossier_id = t.dossier_id
       AND s.acted_at = t.acted_at::timestamptz AND s.officer = t.officer AND s.office = t.office
  ), kept AS (${KEEP_STEPS_CTE}
  ), written AS (
    INSERT INTO dossier_step AS s (province_id, dossier_id, acted_at, officer, office, unit_id, status, from_on, from_at,
                                   due_on, finished_on, finished_at, batch_id, as_of)
    SELECT $2, dossier_id, acted_at, officer, office, step_unit_id, status, from_on, from_at, due_on, finished_on,
           finished_at, $5, $6
      FROM judged
    ON CONFLICT (province_id, dossier_id, acted_at, officer, office) DO UPDATE
       SET unit_id = excluded.unit_id, status = excluded.status, from_on = excluded.from_on, from_at = excluded.from_at,
           due_on = excluded.due_on, finished_on = excluded.finished_on, finished_at = excluded.finished_at,
           batch_id = excluded.batch_id, as_of = excluded.as_of
     WHERE s.as_of <= excluded.as_of
  )
  SELECT row, kind FROM judged
  UNION ALL
  SELECT t.row, CASE WHEN u.id IS NULL THEN 'rejected' ELSE 'unchanged' END
    FROM jsonb_to_recordset($1::jsonb) AS t(row int, code text)
    LEFT JOIN dossier d ON d.province_id = $2 AND d.source_id = $3 AND d.code = t.code
    LEFT JOIN unit u ON u.id = d.unit_id AND starts_with(u.path, $4)
   WHERE NOT EXISTS (SELECT 1 FROM judged j WHERE j.row = t.row)`;

/** Writes the steps that a source tells of to the dossiers that are stored, those of the units below `scopePath`. */
export async function writeSteps(
  client: pg.Client,
  { provinceId, sourceId, batchId, asOf }: BatchReference,
  source: StepSource,
  scopePath: string,
  onProgress: (rowsRead: number) => void,
): Promise<WrittenSteps> {
  const problems: RowProblem[] = [];
  const results = new Map<number, RowResult>();
  let rowsRead = 0;
  for await (const chunk of source.chunks) {
    const steps = chunk.filter((told): told is StepDraft => !isProblems(told));
    problems.push(...chunk.filter(isProblems).flat());
    rowsRead += chunk.length;
    if (steps.length > 0) {
      const values = [JSON.stringify(steps.map(toRow)), provinceId, sourceId, scopePath, batchId, asOf];
      const { rows } = await client.query<StepRow>(WRITE_SQL, values);
      const codes = new Map(steps.map((step) => [step.rowNumber, step.code]));
      for (const { row, kind } of rows) {
        results.set(row, kind);
        if (kind === "rejected") problems.push(unknownDossier(row, codes.get(row) ?? ""));
      }
    }
    onProgress(rowsRead);
  }
  const count = (kind: RowResult): number => [...results.values()].filter((result) => result === kind).length;
  return {
    rowsRead,
    inserted: count("inserted"),
    updated: count("updated"),
    unchanged: count("unchanged"),
    problems,
    results,
  };
}

function unknownDossier(rowNumber: number, code: string): RowProblem {
  return { rowNumber, columnName: "MaHoSo", code: "unknownDossier", dossierCode: code, details: { value: code } };
}

function toRow({ rowNumber, code, actedAt, officer, office, unitId, status, from, dueOn, finished }: StepDraft) {
  return {
    row: rowNumber,
    code,
    acted_at: actedAt,
    officer,
    office,
    unit_id: unitId,
    status,
    from_on: from.on,
    from_at: from.at,
    due_on: dueOn,
    finished_on: finished?.on ?? null,
    finished_at: finished?.at ?? null,
  };
}
