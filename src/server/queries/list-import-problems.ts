import "server-only";
import { canImport } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import type { ProblemCode, ProblemDetails } from "@/lib/strings/imports";
import { queryRows } from "../db";
import { AppError } from "../errors";

const PAGE_SIZE = 500;

export type ImportProblemRow = {
  readonly id: number;
  /** 1-based, as the spreadsheet shows it. */
  readonly row: number;
  readonly column: string | null;
  readonly code: ProblemCode;
  readonly dossierCode: string | null;
  readonly details: ProblemDetails;
};

export type ImportProblemPage = {
  readonly total: number;
  readonly page: number;
  readonly pageCount: number;
  readonly rows: readonly ImportProblemRow[];
};

/** The problems of one import in the order of its rows, a page at a time. Throws `notFound`. */
export async function listImportProblems(
  viewer: Viewer,
  batchId: number,
  { page }: { readonly page: number },
): Promise<ImportProblemPage> {
  if (!canImport(viewer.role)) throw new AppError("notFound", { what: "import" });
  const [count] = await queryRows<{ exists: boolean; total: number }>(
    `SELECT EXISTS (SELECT 1 FROM import_batch WHERE province_id = $1 AND id = $2) AS exists,
            (SELECT count(*) FROM import_problem WHERE province_id = $1 AND batch_id = $2) AS total`,
    [viewer.provinceId, batchId],
  );
  if (!count?.exists) throw new AppError("notFound", { what: "import" });
  const rows = await queryRows<ImportProblemRow>(
    `SELECT id, row_number AS row, column_name AS "column", code, dossier_code AS "dossierCode", details
       FROM import_problem WHERE province_id = $1 AND batch_id = $2
      ORDER BY row_number, id LIMIT $3 OFFSET $4`,
    [viewer.provinceId, batchId, PAGE_SIZE, (page - 1) * PAGE_SIZE],
  );
  return { total: count.total, page, pageCount: Math.max(1, Math.ceil(count.total / PAGE_SIZE)), rows };
}
