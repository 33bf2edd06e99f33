import "server-only";
import pg from "pg";
import { canEditCalendar } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import { requireUnit } from "../access/scope";
import { recordAuditOn } from "../audit/record-audit-on";
import { connectionConfig } from "../db";
import { AppError } from "../errors";
import { takeImportLock } from "../ledger/take-import-lock";
import type { RecomputeEffect } from "../recompute/effect";
import { recompute } from "../recompute/recompute";
import { compileCalendars } from "../sla/compile-calendars";
import { type CalendarEdition, loadEdition } from "../sla/load-edition";
import { loadLocalUnits } from "../sla/load-local-units";
import { applyEdits } from "./apply-edits";
import type { CalendarEdit } from "@/lib/calendar-edits";
import { type CalendarWarning, checkEdition } from "./check-edition";
import { compareEditions, type EntryChange } from "./compare-editions";
import { insertEdition } from "./insert-edition";
import { type ChangedUnit, listChangedUnits } from "./list-changed-units";

/** Edits of the edition in force, or the way back from it, named by its number. */
export type CalendarChange = { readonly edits: readonly CalendarEdit[] } | { readonly undoes: number };

export type CalendarOutcome = {
  /** The edition that is in force before. */
  readonly baseVersion: number;
  readonly version: number;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly changes: readonly EntryChange[];
  readonly warnings: readonly CalendarWarning[];
  readonly effect: RecomputeEffect;
  readonly units: readonly ChangedUnit[];
};

/** How it is published; null: only counted, and nothing of it stays. */
export type Publication = {
  /** The edition on which the preview rested. */
  readonly baseVersion: number;
  readonly note: string;
} | null;

/**
 * Makes the next edition of the calendar, runs every dossier it can touch through the engine, and writes both in one
 * transaction under the import lock, or rolls all of it back. Throws `notFound` for viewers who may not edit
 * the calendar, the `calendar…` codes, and `calendarBusy` while dossiers are being written.
 */
export async function changeCalendar(
  viewer: Viewer,
  change: CalendarChange,
  publication: Publication,
): Promise<CalendarOutcome> {
  if (!canEditCalendar(viewer.role)) throw new AppError("notFound", { what: "calendar" });
  await requirePlaces(viewer, change);
  const client = new pg.Client({ ...connectionConfig(), application_name: "dung-hen calendar" });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query(publication === null ? "BEGIN ISOLATION LEVEL REPEATABLE READ" : "BEGIN");
    if (publication !== null) await takeImportLock(client, viewer.provinceId);
    const outcome = await changeOn(client, viewer, change, publication);
    await client.query(publication === null ? "ROLLBACK" : "COMMIT");
    return outcome;
  } finally {
    await client.end();
  }
}

/** A place out of the viewer's sight is no place. */
async function requirePlaces(viewer: Viewer, change: CalendarChange): Promise<void> {
  const edits = "edits" in change ? change.edits : [];
  const places = edits.flatMap((edit) => (edit.action === "openYear" || edit.unitId === null ? [] : [edit.unitId]));
  for (const unitId of new Set(places)) await requireUnit(viewer, unitId);
}

async function changeOn(
  client: pg.Client,
  viewer: Viewer,
  change: CalendarChange,
  publication: Publication,
): Promise<CalendarOutcome> {
  const { provinceId } = viewer;
  const before = await loadEdition(client, provinceId);
  if (publication !== null && publication.baseVersion !== before.version) throw new AppError("calendarChanged");
  const { after, restores } = await nextEdition(client, provinceId, before, change);
  const changes = compareEditions(before, after);
  if (changes.length === 0 && before.lastYear === after.lastYear) throw new AppError("calendarUnchanged");
  const units = await loadLocalUnits(client, provinceId, [before, after]);
  const warnings = restores === null ? checkEdition(before, after, units) : [];
  const effect = await recompute(client, provinceId, {
    calendars: { before: compileCalendars(before, units), after: compileCalendars(after, units) },
    which: "withinReach",
    writes: publication !== null,
  });
  const { version, firstYear, lastYear } = after;
  const baseVersion = before.version;
  const places = await listChangedUnits(client, provinceId, effect.units);
  const outcome = { baseVersion, version, firstYear, lastYear, changes, warnings, effect, units: places };
  if (publication !== null) {
    const { read, total, before: was, after: is } = effect;
    const told = { changes, lastYear: [before.lastYear, lastYear], read, counts: total, before: was, after: is };
    await insertEdition(client, viewer, after, { note: publication.note, restores, effect: told });
    await recordAuditOn(client, viewer, {
      action: restores === null ? "publishCalendar" : "undoCalendar",
      subject: String(version),
      details: { ...told, note: publication.note, restores },
    });
  }
  return outcome;
}

/** History is never rewritten: the way back is an edition with the rows of the one before. */
async function nextEdition(
  client: pg.Client,
  provinceId: number,
  before: CalendarEdition,
  change: CalendarChange,
): Promise<{ after: CalendarEdition; restores: number | null }> {
  if ("edits" in change) return { after: applyEdits(before, change.edits), restores: null };
  if (change.undoes !== before.version) throw new AppError("calendarChanged");
  if (before.version === 1) throw new AppError("calendarNothingToUndo");
  const restored = await loadEdition(client, provinceId, before.version - 1);
  return { after: { ...restored, version: before.version + 1 }, restores: restored.version };
}
