import "server-only";
import pg from "pg";
import type { MergeContext } from "./block";

/** What becomes of a row that a source tells; "confirmed" is one that a later export tells as it was. */
export type Kind = "inserted" | "updated" | "confirmed" | "unchanged";

const NEXT_ID = "nextval('dossier_id_seq'::regclass)";

/**
 * Fills the temporary table `change` from `staging`. Each dossier is looked up by its own code, whatever the planner
 * believes: of a table without statistics it expects a single row, and would read all of them for each.
 */
export function compareSql({
  provinceId,
  sourceId,
  asOf,
}: Pick<MergeContext, "provinceId" | "sourceId" | "asOf">): string {
  const told = `${pg.escapeLiteral(asOf.toISOString())}::timestamptz`;
  return `
    INSERT INTO change
    SELECT s.row_number, ${provinceId}, coalesce(d.id, ${NEXT_ID}),
           CASE WHEN d.id IS NULL THEN 'inserted'
                WHEN d.content_hash <> s.content_hash AND d.as_of <= ${told} THEN 'updated'
                WHEN d.as_of < ${told} THEN 'confirmed'
                ELSE 'unchanged' END
      FROM staging s LEFT JOIN LATERAL
           (SELECT id, content_hash, as_of FROM dossier
             WHERE province_id = ${provinceId} AND source_id = ${sourceId} AND code = s.code LIMIT 1) d ON true`;
}
