import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { ROLES, type Role } from "@/lib/access/roles";
import { parseDay } from "@/lib/sla";
import type { CalendarEditInput } from "@/lib/calendar-edits";
import { IMPORT_LOCK } from "@/server/ledger/import-lock";
import { previewCalendar } from "@/server/mutations/preview-calendar";
import { publishCalendar } from "@/server/mutations/publish-calendar";
import { recomputeDossiers } from "@/server/mutations/recompute-dossiers";
import { undoCalendar } from "@/server/mutations/undo-calendar";
import { movedIn } from "@/server/recompute/effect";
import { CLOSED_ON, closure, publishEdits, storedDueDays, undoLast } from "../support/calendar-edits";
import { randomRows } from "../support/random-dossiers";
import { importRows, makeProvince, type SmallProvince } from "../support/small-province";

let province: SmallProvince;

const office = (role: Role = "province_office") => province.viewer("P", role);

beforeAll(async () => {
  province = await makeProvince("calendar");
  await importRows(province, randomRows(300, 12));
});

describe("what is refused", () => {
  test.each<[string, () => CalendarEditInput[], string]>([
    [
      "a make-up of nothing",
      () => [{ ...closure(province, null, "2020-10-12"), kind: "work" }],
      "calendarMakeUpOfNothing",
    ],
    [
      "a local make-up of nothing",
      () => [{ ...closure(province, "A", "2020-10-12"), kind: "work" }],
      "calendarMakeUpOfNothing",
    ],
    [
      "the removal of what is not there",
      () => [{ action: "remove", day: CLOSED_ON, unitId: null }],
      "calendarDayMissing",
    ],
    ["a day outside the years", () => [closure(province, null, "2031-01-01")], "calendarDayOutside"],
    ["a day that is there", () => [closure(province, null, "2020-09-02")], "calendarDayTaken"],
    ["the same day twice", () => [closure(province, "A"), closure(province, "A")], "calendarDayTaken"],
    ["no document", () => [{ ...closure(province, "A"), basis: "  " }], "calendarNoDocument"],
    ["no name", () => [{ ...closure(province, "A"), name: "" }], "calendarNoName"],
    ["no edits", () => [], "calendarUnchanged"],
    [
      "what comes to nothing",
      () => [
        { action: "remove", day: parseDay("2020-09-02"), unitId: null },
        { ...closure(province, null, "2020-09-02"), name: "Quốc khánh", basis: "Bộ luật Lao động" },
      ],
      "calendarUnchanged",
    ],
    ["a year without days off", () => [{ action: "openYear", year: 2023 }], "calendarYearEmpty"],
    ["a year that is not the next", () => [{ action: "openYear", year: 2025 }], "calendarYearNotNext"],
    ["a day that is none", () => [{ ...closure(province, null), day: "2020-02-30" }], "invalidInput"],
    ["a unit that is not there", () => [{ ...closure(province, null), unitId: 2_000_000_000 }], "notFound"],
  ])("%s", async (_, editsOf, code) => {
    const edits = editsOf();
    const before = await storedDueDays(province);
    await expect(previewCalendar(office(), { edits })).rejects.toMatchObject({ code });
    await expect(publishEdits(province, ...edits)).rejects.toMatchObject({ code });
    expect(await storedDueDays(province)).toEqual(before);
  });

  test("a local make-up day whose day off goes: it then makes up for nothing", async () => {
    await publishEdits(province, closure(province, null), { ...closure(province, "A"), kind: "work" });
    const edits: CalendarEditInput[] = [{ action: "remove", day: CLOSED_ON, unitId: null }];
    await expect(previewCalendar(office(), { edits })).rejects.toMatchObject({ code: "calendarMakeUpOfNothing" });
    await undoLast(province);
  });

  test("a day off on a Sunday is told, not refused", async () => {
    const { warnings, effect } = await previewCalendar(office(), { edits: [closure(province, null, "2020-10-18")] });
    expect(warnings).toEqual([{ code: "alreadyOff", day: "2020-10-18" }]);
    expect(movedIn(effect.total)).toBe(0);
  });

  test("a preview that is no longer true", async () => {
    const { baseVersion } = await previewCalendar(office(), { edits: [closure(province, "A")] });
    await publishEdits(province, closure(province, "B"));
    const late = publishCalendar(office(), { edits: [closure(province, "A")], baseVersion, note: "" });
    await expect(late).rejects.toMatchObject({ code: "calendarChanged" });
    await expect(undoCalendar(office(), { version: baseVersion, note: "" })).rejects.toMatchObject({
      code: "calendarChanged",
    });
    await undoLast(province);
  });

  test("the way back from the first edition", async () => {
    const other = await makeProvince("untouched");
    const undone = undoCalendar(other.viewer("P", "admin"), { version: 1, note: "" });
    await expect(undone).rejects.toMatchObject({ code: "calendarNothingToUndo" });
  });

  test("while dossiers are being written", async () => {
    const writer = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await writer.connect();
    try {
      await writer.query("BEGIN");
      await writer.query("SELECT pg_advisory_xact_lock($1, $2)", [IMPORT_LOCK, province.id]);
      await expect(publishEdits(province, closure(province, "A"))).rejects.toMatchObject({ code: "calendarBusy" });
      await expect(recomputeDossiers(office(), { dryRun: false })).rejects.toMatchObject({ code: "calendarBusy" });
      const preview = await previewCalendar(office(), { edits: [closure(province, "A")] });
      expect(movedIn(preview.effect.total)).toBeGreaterThan(0);
    } finally {
      await writer.end();
    }
  });

  test("anyone but the office and the administrator", async () => {
    for (const role of ROLES) {
      const attempt = previewCalendar(office(role), { edits: [closure(province, "A")] });
      if (role === "admin" || role === "province_office") await attempt;
      else await expect(attempt).rejects.toMatchObject({ code: "notFound" });
    }
    const elsewhere = (await makeProvince("elsewhere")).viewer("P", "province_office");
    const attempt = previewCalendar(elsewhere, { edits: [closure(province, "A")] });
    await expect(attempt).rejects.toMatchObject({ code: "notFound" });
  });
});
