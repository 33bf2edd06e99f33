import "server-only";
import { canImport } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import type { AliasKind } from "@/lib/alias-kinds";
import { DOSSIER_STATUSES } from "@/lib/sla";
import { STATUS_NAMES } from "@/lib/strings/classes";
import { queryRows } from "../db";
import { AppError } from "../errors";
import { type ImportSample, readSample } from "../uploads/import-sample";

/** What a file calls something, in how many rows, and what it may mean. */
export type UnknownName = {
  readonly kind: AliasKind;
  readonly text: string;
  readonly rows: number;
  readonly nearest: readonly string[];
};

export type Choice = { readonly id: number; readonly label: string };

export type ImportMapping = {
  readonly sourceName: string;
  /** The first rows, when the header was not understood. */
  readonly sample: ImportSample | null;
  /** The names that stand in the way of most rows first; no more than a page can ask. */
  readonly names: readonly UnknownName[];
  readonly choices: Readonly<Record<AliasKind, readonly Choice[]>>;
};

const MOST_NAMES = 30;
/** By their codes of the portal, 1 … 10. */
const STATUSES: readonly Choice[] = DOSSIER_STATUSES.map((status, at) => ({ id: at + 1, label: STATUS_NAMES[status] }));

/** What a clerk can explain of a file: its header, its units, procedures and statuses. Throws `notFound`. */
export async function getImportMapping(viewer: Viewer, batchId: number): Promise<ImportMapping> {
  if (!canImport(viewer.role)) throw new AppError("notFound", { what: "import" });
  const [batch] = await queryRows<{ sourceName: string; state: string }>(
    `SELECT s.name AS "sourceName", b.state FROM import_batch b JOIN source s ON s.id = b.source_id
      WHERE b.province_id = $1 AND b.id = $2`,
    [viewer.provinceId, batchId],
  );
  if (!batch) throw new AppError("notFound", { what: "import" });
  const [names, units, procedures] = await Promise.all([
    queryRows<UnknownName>(
      `SELECT CASE code WHEN 'unknownProcedure' THEN 'procedure' WHEN 'unknownStatus' THEN 'status' ELSE 'unit' END AS kind, details ->> 'value' AS text,
              count(DISTINCT row_number) AS rows,
              ARRAY(SELECT jsonb_array_elements_text(coalesce(min((details -> 'nearest')::text), '[]')::jsonb)) AS nearest
         FROM import_problem
        WHERE province_id = $1 AND batch_id = $2 AND code IN ('unknownUnit', 'ambiguousUnit', 'unknownProcedure', 'unknownStatus')
          AND coalesce(details ->> 'value', '') <> ''
        GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT ${MOST_NAMES}`,
      [viewer.provinceId, batchId],
    ),
    queryRows<Choice>(
      `SELECT u.id, CASE WHEN p.name IS NULL THEN u.name ELSE u.name || ' - ' || p.name END AS label
         FROM unit u LEFT JOIN unit p ON p.id = u.parent_id WHERE u.province_id = $1 ORDER BY label`,
      [viewer.provinceId],
    ),
    queryRows<Choice>(
      `SELECT id, code || ' ' || name AS label FROM procedure WHERE province_id = $1 ORDER BY name, code`,
      [viewer.provinceId],
    ),
  ]);
  const isOpen = batch.state === "failed";
  return {
    sourceName: batch.sourceName,
    sample: isOpen ? await readSample(viewer.provinceId, batchId) : null,
    names: batch.state === "previewed" ? names : [],
    choices: { unit: units, procedure: procedures, status: STATUSES },
  };
}
