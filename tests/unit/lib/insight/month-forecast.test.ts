import { describe, expect, test } from "vitest";
import { FEWEST_DUE, forecastMonth, type KnownLife, type OpenDossier } from "@/lib/insight/month-forecast";
import { addDays, parseDay } from "@/lib/sla";
import { vietnameseCalendar } from "../sla/support/calendars";

const CALENDAR_2020 = vietnameseCalendar();

const AS_OF = parseDay("2020-10-30");
const RECEIVED = parseDay("2020-09-01");
const calendarOf = () => CALENDAR_2020;

/** Ten dossiers of a procedure that ended so many days after the promised one. */
function lives(unitId: number | null, after: number): KnownLife {
  const dueOn = parseDay("2020-09-15");
  const outcome = after > 0 ? "late" : after === 0 ? "onTime" : "early";
  return {
    procedureId: 1,
    unitId,
    receivedOn: RECEIVED,
    dueOn,
    closedOn: addDays(dueOn, after),
    outcome,
    pausedSpans: [],
    count: 10,
  };
}

const open = (id: number, unitId: number): OpenDossier => ({
  id,
  unitId,
  procedureId: 1,
  dueOn: parseDay("2020-11-04"),
});

describe("what the month's end brings", () => {
  test("a unit that was always late is likelier to be late than one that never was", () => {
    const { open: judged } = forecastMonth(
      [open(1, 7), open(2, 8)],
      { ok: 0, of: 0 },
      [lives(7, -1), lives(8, 5)],
      calendarOf,
      AS_OF,
    );
    expect(judged.map(({ id }) => id)).toEqual([2, 1]);
    const [worse, better] = judged.map(({ probability }) => probability);
    expect(worse).toBeGreaterThan(0.5);
    expect(better).toBeLessThan(0.5);
  });

  test("no rate from a handful; with enough of them it lies in its interval", () => {
    const few = [open(1, 7)];
    expect(forecastMonth(few, { ok: 3, of: 4 }, [lives(7, -1)], calendarOf, AS_OF).rate).toBeNull();
    const many = Array.from({ length: 10 }, (_, id) => open(id, 7));
    const known = { ok: FEWEST_DUE - 5, of: FEWEST_DUE };
    const { rate } = forecastMonth(many, known, [lives(null, 3), lives(7, -1)], calendarOf, AS_OF);
    expect(rate).not.toBeNull();
    if (rate === null) return;
    expect(rate.low).toBeLessThan(rate.share);
    expect(rate.high).toBeGreaterThan(rate.share);
    expect(rate.share).toBeGreaterThanOrEqual(known.ok / (known.of + many.length));
  });
});
