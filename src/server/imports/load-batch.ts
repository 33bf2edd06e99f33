import "server-only";
import type { BatchState } from "@/generated/prisma/enums";
import { canImport } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import type { CalendarDay } from "@/lib/sla";
import { queryRows } from "../db";
import { AppError } from "../errors";
import type { BatchReference } from "./run-batch";

export type LoadedBatch = BatchReference & {
  readonly state: BatchState;
  readonly fileSha256: string;
  readonly holdsAggregates: boolean;
};

type BatchRow = {
  source_id: number;
  file_name: string;
  file_sha256: string;
  as_of: Date;
  as_of_on: CalendarDay;
  zone: string;
  period_from: CalendarDay | null;
  period_to: CalendarDay | null;
  sheet: string | null;
  holds_aggregates: boolean;
  state: BatchState;
};

/** A recorded batch, for whoever may import in its province. Throws `notFound`. */
export async function loadBatch(viewer: Viewer, batchId: number): Promise<LoadedBatch> {
  if (!canImport(viewer.role)) throw new AppError("notFound", { what: "import" });
  const [row] = await queryRows<BatchRow>(
    `SELECT b.source_id, b.file_name, b.file_sha256, b.as_of, b.as_of_on, b.state, b.period_from, b.period_to, b.sheet, b.holds_aggregates, p.zone
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
    period: row.period_from !== null && row.period_to !== null ? { from: row.period_from, to: row.period_to } : null,
    sheet: row.sheet,
    holdsAggregates: row.holds_aggregates,
    state: row.state,
  };
}
