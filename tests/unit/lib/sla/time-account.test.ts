import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { accountForTime, addDays, type Pause, PAUSE_REASONS, parseDay, workingDaysBetween } from "@/lib/sla";
import { vietnameseCalendar } from "./support/calendars";

const CALENDAR_2020 = vietnameseCalendar();

const day = (text: string) => parseDay(text);

describe("where a finished dossier's working days went", () => {
  test("received on Monday, waiting from Wednesday to the next Monday, done on Wednesday", () => {
    const account = accountForTime(CALENDAR_2020, {
      receivedOn: day("2020-10-05"),
      closedOn: day("2020-10-14"),
      pauses: [{ from: day("2020-10-07"), until: day("2020-10-12"), reason: "awaitingSupplement" }],
    });
    expect(account).toEqual({ total: 7, working: 4, awaitingSupplement: 3, awaitingPayment: 0, stopped: 0 });
  });

  test("a day in two pauses belongs to the one that began first", () => {
    const account = accountForTime(CALENDAR_2020, {
      receivedOn: day("2020-10-05"),
      closedOn: day("2020-10-16"),
      pauses: [
        { from: day("2020-10-08"), until: null, reason: "stopped" },
        { from: day("2020-10-06"), until: day("2020-10-09"), reason: "awaitingPayment" },
      ],
    });
    expect(account).toEqual({ total: 9, working: 1, awaitingSupplement: 0, awaitingPayment: 3, stopped: 5 });
  });

  test("its parts are never negative and make up the whole, which is the engine's count", () => {
    const offset = fc.integer({ min: 0, max: 60 });
    const pause = fc.record({
      start: offset,
      length: fc.option(fc.integer({ min: 0, max: 30 }), { nil: null }),
      reason: fc.constantFrom(...PAUSE_REASONS),
    });
    fc.assert(
      fc.property(offset, offset, fc.array(pause, { maxLength: 4 }), (received, length, drawn) => {
        const receivedOn = addDays(day("2020-03-01"), received);
        const closedOn = addDays(receivedOn, length);
        const pauses = drawn.map(({ start, length: days, reason }): Pause => {
          const from = addDays(receivedOn, start);
          return { from, until: days === null ? null : addDays(from, days), reason };
        });
        const account = accountForTime(CALENDAR_2020, { receivedOn, closedOn, pauses });
        const { total, ...parts } = account;
        expect(total).toBe(workingDaysBetween(CALENDAR_2020, receivedOn, closedOn));
        expect(Object.values(parts).reduce((sum, days) => sum + days, 0)).toBe(total);
        expect(Math.min(...Object.values(parts))).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
