import "server-only";
import type pg from "pg";
import type { Block } from "./block";
import { copyPieces } from "./copy-pieces";
import { STAGED_COLUMNS, type StagedLine } from "./staging";

const NULL = "\\N";
const COLUMNS = ["row_number", ...STAGED_COLUMNS, "pauses"];

/** Makes the tables through which blocks of rows pass, for the length of the transaction. */
export async function createStaging(client: pg.ClientBase): Promise<void> {
  await client.query(
    `CREATE TEMP TABLE staging ON COMMIT DROP AS
       SELECT 0 AS row_number, ${STAGED_COLUMNS.join(", ")}, NULL::jsonb AS pauses FROM dossier WITH NO DATA;
     CREATE TEMP TABLE change (row_number int, province_id int, id bigint, kind text) ON COMMIT DROP`,
  );
}

/** A dossier's line in the text format of COPY, for the staging table. */
export function stagedLine(rowNumber: number, { values, pauses }: StagedLine): string {
  return `${rowNumber}\t${values}\t${pauses ?? NULL}\n`;
}

/** Puts a block into the staging table, in place of the one before. */
export async function copyToStaging(client: pg.Client, { pieces }: Block): Promise<void> {
  await client.query("TRUNCATE staging, change");
  await copyPieces(client, "staging", COLUMNS, pieces.values());
}
