import "server-only";
import { queryRows } from "../db";

type BatchKey = { readonly provinceId: number; readonly batchId: number };

/** What the database session of a batch at work is called; SQL of the same is in `SESSION_NAME_SQL`. */
export function sessionName({ provinceId, batchId }: BatchKey): string {
  return `dung-hen import ${provinceId}-${batchId}`;
}

/** The session's name from columns of `import_batch b`. */
export const SESSION_NAME_SQL = "'dung-hen import ' || b.province_id || '-' || b.id";

/** Ends a batch's session wherever its process is: its transaction is rolled back and the next gets its turn. */
export async function endSession(batch: BatchKey): Promise<void> {
  await queryRows(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = $1",
    [sessionName(batch)],
  );
}
