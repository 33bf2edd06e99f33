import "server-only";
import type pg from "pg";
import { AppError } from "../errors";
import { IMPORT_LOCK } from "./import-lock";

/** The right to write a province's dossiers, until the transaction ends. Throws the given code while another has it. */
export async function takeImportLock(
  client: pg.ClientBase,
  provinceId: number,
  busy: "calendarBusy" | "importBusy" = "calendarBusy",
): Promise<void> {
  const { rows } = await client.query<{ taken: boolean }>("SELECT pg_try_advisory_xact_lock($1, $2) AS taken", [
    IMPORT_LOCK,
    provinceId,
  ]);
  if (rows[0]?.taken !== true) throw new AppError(busy);
}
