import "server-only";
import pg from "pg";
import { canEditCalendar } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import { recordAuditOn } from "../audit/record-audit-on";
import { connectionConfig } from "../db";
import { AppError } from "../errors";
import { takeImportLock } from "../ledger/take-import-lock";
import { type ChangeCounts, movedIn, type RecomputeEffect } from "../recompute/effect";
import { recompute } from "../recompute/recompute";
import { compileCalendars } from "../sla/compile-calendars";
import { loadEdition } from "../sla/load-edition";
import { loadLocalUnits } from "../sla/load-local-units";

/**
 * Runs every dossier of the province through the engine with the calendar in force, and writes what differs with
 * the ledger's differences in one transaction, or, on a dry run, only counts it. Nothing to do: nothing is
 * written. Throws `notFound` for viewers who may not edit the calendar, `calendarBusy` while dossiers are written.
 */
export async function recomputeDossiers(
  viewer: Viewer,
  { dryRun }: { readonly dryRun: boolean },
): Promise<RecomputeEffect> {
  if (!canEditCalendar(viewer.role)) throw new AppError("notFound", { what: "calendar" });
  const { provinceId } = viewer;
  const client = new pg.Client({ ...connectionConfig(), application_name: "dung-hen recompute" });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query(dryRun ? "BEGIN ISOLATION LEVEL REPEATABLE READ" : "BEGIN");
    if (!dryRun) await takeImportLock(client, provinceId);
    const edition = await loadEdition(client, provinceId);
    const calendars = compileCalendars(edition, await loadLocalUnits(client, provinceId, [edition]));
    const effect = await recompute(client, provinceId, {
      calendars: { before: calendars, after: calendars },
      which: "all",
      writes: !dryRun,
    });
    if (!dryRun && changes(effect.total) > 0) {
      const { read, total, before, after } = effect;
      const details = { read, counts: total, before, after };
      await recordAuditOn(client, viewer, { action: "recompute", subject: String(edition.version), details });
    }
    await client.query(dryRun ? "ROLLBACK" : "COMMIT");
    return effect;
  } finally {
    await client.end();
  }
}

function changes(total: ChangeCounts): number {
  return movedIn(total) + total.verdicts;
}
