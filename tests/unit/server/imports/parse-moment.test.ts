import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, parseDay, parseMoment, secondOfDay, toDayNumber } from "@/lib/sla";
import { parseMomentCell } from "@/server/imports/parse-moment";

function momentOf(on: string, at: string | null) {
  const second = at === null ? null : secondOfDay(parseMoment(at));
  return { on, at, dayNumber: toDayNumber(parseDay(on)), second };
}

const EPOCH = parseDay("1899-12-30");

describe("parseMomentCell", () => {
  it.each([
    ["31/10/2020", "2020-10-31", null],
    ["1/9/2020", "2020-09-01", null],
    ["31-10-2020", "2020-10-31", null],
    ["31.10.2020", "2020-10-31", null],
    [" 31/10/2020 ", "2020-10-31", null],
    ["31/10/2020 07:05", "2020-10-31", "2020-10-31T07:05:00"],
    ["31/10/2020 7:05", "2020-10-31", "2020-10-31T07:05:00"],
    ["31/10/2020 07:05:09", "2020-10-31", "2020-10-31T07:05:09"],
    ["2020-10-31", "2020-10-31", null],
    ["2020-10-31T07:05", "2020-10-31", "2020-10-31T07:05:00"],
    ["2020-10-31 07:05:09.123", "2020-10-31", "2020-10-31T07:05:09"],
    ["2020-10-31T07:05:09+07:00", "2020-10-31", "2020-10-31T07:05:09"],
    ["20201031", "2020-10-31", null],
    ["20201031070509", "2020-10-31", "2020-10-31T07:05:09"],
    ["2020/10/31", "2020-10-31", null],
    ["31/10/2020 - 07:05", "2020-10-31", "2020-10-31T07:05:00"],
    ["07:05 31/10/2020", "2020-10-31", "2020-10-31T07:05:00"],
    ["07:05:09, ngày 31/10/2020", "2020-10-31", "2020-10-31T07:05:09"],
    ["31/10/2020 7:05:09 SA", "2020-10-31", "2020-10-31T07:05:09"],
    ["31/10/2020 12:05 SA", "2020-10-31", "2020-10-31T00:05:00"],
    ["31/10/2020 12:05 CH", "2020-10-31", "2020-10-31T12:05:00"],
    ["31/10/2020 1:05:09 ch", "2020-10-31", "2020-10-31T13:05:09"],
    ["44135", "2020-10-31", null],
    ["44135.5", "2020-10-31", "2020-10-31T12:00:00"],
    [44135, "2020-10-31", null],
    [44135.25, "2020-10-31", "2020-10-31T06:00:00"],
    [44135.999999, "2020-11-01", "2020-11-01T00:00:00"],
    ["29/02/2020", "2020-02-29", null],
  ])("reads %j", (cell, on, at) => {
    expect(parseMomentCell(cell)).toMatchObject(momentOf(on, at));
  });

  it.each([
    "29/02/2019",
    "31/04/2020",
    "00/01/2020",
    "32/01/2020",
    "10/13/2020",
    "31/10/20",
    "31/10/2020 25:00",
    "31/10/2020 07:60",
    "31/10/2602",
    "2602-01-01",
    "31/10/1899",
    "20201331",
    "31/10/2020 lúc 8 giờ",
    "hôm qua",
    "10/31/2020 8:30 AM",
    "31/10/2020 8:30 AM",
    "31/10/2020 13:05 CH",
    "31/10/2020 0:05 SA",
    "25:00 31/10/2020",
    "2020-10-31T18:00:00Z",
    "2020-10-31T18:00:00+09:00",
    "0",
    "60",
    "00060",
    "1e5",
    "-44135",
    "99999",
    0,
    60,
    -1,
    1e9,
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ])("refuses %j", (cell) => {
    expect(parseMomentCell(cell)).toBeNull();
  });

  it("reads every day of the accepted years alike in each form", () => {
    fc.assert(
      fc.property(fc.integer({ min: 32_874, max: 73_050 }), (serial) => {
        const on = addDays(EPOCH, serial);
        const [year, month, day] = on.split("-");
        for (const cell of [serial, String(serial), on, `${day}/${month}/${year}`, `${year}${month}${day}`]) {
          expect(parseMomentCell(cell)).toMatchObject(momentOf(on, null));
        }
      }),
      { numRuns: 10_000 },
    );
  });

  it("answers any text with a moment or null", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789/-.: TZ") }), (text) => {
        const moment = parseMomentCell(text);
        if (moment !== null) expect(moment.on).toMatch(/^(199\d|20\d\d)-\d\d-\d\d$/);
      }),
      { numRuns: 10_000 },
    );
  });
});
