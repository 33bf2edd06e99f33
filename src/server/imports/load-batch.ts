import "server-only";
import type { BatchState } from "@/generated/prisma/enums";
import { canImport } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import type { CalendarDay } from "@/lib/sla";
import { queryRows } from "../db";
import { AppError } from "../errors";
import type { BatchReference } from "./run-batch";

export type LoadedBatch = BatchReference & { readonly state: BatchState; readonly fileSha256: string };

type BatchRow = {
  source_id: number;
  file_name: string;
  file_sha256: string;
  as_of: Date;
  as_of_on: CalendarDay;
  zone: string;
  state: BatchState;
};

/** A recorded batch, for whoever may import in its province. Throws `notFound`. */
export async function loadBatch(viewer: Viewer, batchId: number): Promise<LoadedBatch> {
  if (!canImport(viewer.role)) throw new AppError("notFound", { what: "import" });
  const [row] = await queryRows<BatchRow>(
    `SELECT b.source_id, b.file_name, b.file_sha256, b.as_of, b.as_of_on, b.state, p.zone
       FROM import_batch b JOIN province p ON p.id = b.province_id WHERE b.province_id = $1 AND b.id = $2`,
    [viewer.provinceId, batchId],
  );
  if (!row) throw new AppError("notFound", { what: "import" });
  return {
    provinceId: viewer.provinceId,
    batchId,
    sourceId: row.source_id,
    fileName: row.file_name,
    fileSha256: row.file_sha256,
    asOf: row.as_of,
    asOfOn: row.as_of_on,
    zone: row.zone,
    state: row.state,
  };
}
