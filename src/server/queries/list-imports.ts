import "server-only";
import { canImport } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import { queryRows } from "../db";
import { AppError } from "../errors";
import { BATCH_COLUMNS, BATCH_TABLES, type ImportListRow } from "./batch-columns";

const MOST_ROWS = 200;

/** The province's imports, newest first. Throws `notFound` for who may not import. */
export async function listImports(viewer: Viewer): Promise<ImportListRow[]> {
  if (!canImport(viewer.role)) throw new AppError("notFound", { what: "import" });
  return queryRows<ImportListRow>(
    `SELECT ${BATCH_COLUMNS} FROM ${BATCH_TABLES} WHERE b.province_id = $1 ORDER BY b.id DESC LIMIT ${MOST_ROWS}`,
    [viewer.provinceId],
    "list-imports",
  );
}
