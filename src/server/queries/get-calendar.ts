import "server-only";
import { z } from "zod";
import { canEditCalendar } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import { type CalendarDay, type CalendarDayKind, isDay } from "@/lib/sla";
import { scopeSql } from "../access/scope";
import { queryRows } from "../db";
import { AppError } from "../errors";

export type CalendarRow = {
  readonly day: CalendarDay;
  readonly kind: CalendarDayKind;
  readonly name: string;
  readonly basis: string;
  /** The unit for which, with everything below it, the row holds; null: the whole province. */
  readonly unitId: number | null;
  readonly unitName: string | null;
};

export type CalendarVersionRow = {
  readonly version: number;
  /** ISO instant. */
  readonly createdAt: string;
  /** Null for the operator, for the first edition, and for viewers who may not edit the calendar. */
  readonly createdBy: string | null;
  readonly note: string;
  readonly restores: number | null;
  readonly added: readonly CalendarDay[];
  readonly removed: readonly CalendarDay[];
  /** Dossiers whose computed due day moved, open and finished; null for the edition an installation begins with. */
  readonly moved: { readonly open: number; readonly finished: number; readonly verdicts: number } | null;
};

/** A unit that a local entry may name. */
export type CalendarPlace = {
  readonly id: number;
  readonly name: string;
  readonly level: "department" | "district" | "commune";
  readonly parentName: string;
  readonly validUntil: CalendarDay | null;
};

export type Calendar = {
  /** The edition in force. */
  readonly version: number;
  readonly firstYear: number;
  readonly lastYear: number;
  /** By day; the province's row before local ones. */
  readonly rows: readonly CalendarRow[];
  /** Newest first. */
  readonly history: readonly CalendarVersionRow[];
  readonly canEdit: boolean;
  /** By level, parent and name; none for viewers who may not edit the calendar. */
  readonly places: readonly CalendarPlace[];
};

const count = z.number().int();
const daySchema = z.string().refine((text): text is CalendarDay => isDay(text));
const effectSchema = z.object({
  changes: z.array(z.object({ action: z.enum(["add", "remove"]), entry: z.object({ day: daySchema }) })),
  counts: z.object({
    openEarlier: count,
    openLater: count,
    finishedEarlier: count,
    finishedLater: count,
    verdicts: count,
  }),
});

type VersionRow = Pick<CalendarVersionRow, "version" | "note" | "restores" | "createdBy"> & {
  id: number;
  firstYear: number;
  lastYear: number;
  createdAt: Date;
  effect: unknown;
};

/** The working calendar of the viewer's province, which all its units may read. Throws `calendarYearMissing` without one. */
export async function getCalendar(viewer: Viewer): Promise<Calendar> {
  const versions = await queryRows<VersionRow>(
    `SELECT v.id, v.version, v.first_year AS "firstYear", v.last_year AS "lastYear", v.created_at AS "createdAt",
            v.note, v.restores, v.effect, a.display_name AS "createdBy"
       FROM calendar_version v LEFT JOIN user_account a ON a.id = v.created_by
      WHERE v.province_id = $1 ORDER BY v.version DESC`,
    [viewer.provinceId],
    "calendar-versions",
  );
  const [current] = versions;
  if (!current) throw new AppError("calendarYearMissing", {});
  const rows = await queryRows<CalendarRow>(
    `SELECT d.day, d.kind, d.name, d.basis, d.unit_id AS "unitId", u.name AS "unitName"
       FROM calendar_day d LEFT JOIN unit u ON u.id = d.unit_id
      WHERE d.version_id = $1 ORDER BY d.day, u.name NULLS FIRST`,
    [current.id],
    "calendar-days",
  );
  const canEdit = canEditCalendar(viewer.role);
  return {
    version: current.version,
    firstYear: current.firstYear,
    lastYear: current.lastYear,
    rows,
    history: versions.map((row) => ({ ...toHistory(row), createdBy: canEdit ? row.createdBy : null })),
    canEdit,
    places: canEdit ? await listPlaces(viewer) : [],
  };
}

async function listPlaces(viewer: Viewer): Promise<CalendarPlace[]> {
  const scope = scopeSql(viewer, "u", 1);
  return queryRows<CalendarPlace>(
    `SELECT u.id, u.name, u.level, p.name AS "parentName", u.valid_until AS "validUntil"
       FROM unit u JOIN unit p ON p.id = u.parent_id
      WHERE ${scope.sql} AND u.level IN ('department', 'district', 'commune')
      ORDER BY u.level, p.valid_until NULLS LAST, p.name, u.name, u.id`,
    scope.values,
    "calendar-places",
  );
}

function toHistory({ version, createdAt, note, restores, effect }: VersionRow): Omit<CalendarVersionRow, "createdBy"> {
  const parsed = effectSchema.safeParse(effect);
  const base = { version, createdAt: createdAt.toISOString(), note, restores };
  if (!parsed.success) return { ...base, added: [], removed: [], moved: null };
  const { changes, counts } = parsed.data;
  const days = (wanted: "add" | "remove") =>
    changes.flatMap(({ action, entry }) => (action === wanted ? [entry.day] : []));
  return {
    ...base,
    added: days("add"),
    removed: days("remove"),
    moved: {
      open: counts.openEarlier + counts.openLater,
      finished: counts.finishedEarlier + counts.finishedLater,
      verdicts: counts.verdicts,
    },
  };
}
