import "server-only";
import type pg from "pg";
import type { Block } from "./block";
import { copyBinary } from "./copy-binary";
import type { CopyRows } from "./copy-rows";
import { putStaged, STAGED_COLUMNS, type StagedDossier } from "./staging";

const COLUMNS = ["row_number", ...STAGED_COLUMNS, "pauses"];

/** Makes the tables through which blocks of rows pass, for the length of the transaction. */
export async function createStaging(client: pg.ClientBase): Promise<void> {
  await client.query(
    `CREATE TEMP TABLE staging ON COMMIT DROP AS
       SELECT 0 AS row_number, ${STAGED_COLUMNS.join(", ")}, NULL::jsonb AS pauses FROM dossier WITH NO DATA;
     CREATE TEMP TABLE change (row_number int, province_id int, id bigint, kind text) ON COMMIT DROP`,
  );
}

/** Adds dossiers to rows for the staging table. */
export function putStagingRows(rows: CopyRows, dossiers: readonly StagedDossier[]): void {
  for (const staged of dossiers) {
    rows.begin(staged.draft.unitId, COLUMNS.length);
    rows.int(staged.draft.rowNumber);
    putStaged(rows, staged);
    rows.json(staged.pauses);
    rows.end();
  }
}

/** Puts a block into the staging table, in place of the one before. */
export async function copyToStaging(client: pg.Client, { rows }: Block): Promise<void> {
  await client.query("TRUNCATE staging, change");
  await copyBinary(client, "staging", COLUMNS, rows);
}
