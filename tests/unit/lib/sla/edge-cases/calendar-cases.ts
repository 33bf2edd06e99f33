import {
  canMove,
  checkPromise,
  computeDueDay,
  deriveTimeline,
  isWorkingDay,
  parseMoment,
  skippedDays,
  workingSecondsBetween,
} from "@/lib/sla";
import { calendar, entry, vietnameseCalendar } from "../support/calendars";
import { dossier } from "../support/dossier";
import { day, DAYS, HOURS, due, worked, codeOf, type Case, DECISION, LABOUR_CODE, OUR_RULE } from "./case";

export const CALENDAR: readonly Case[] = [
  {
    id: 1,
    says: "Tết 2025 is what the decision says: 27–31 January",
    source: DECISION,
    got: () => worked("2025-01-24", "2025-01-27", "2025-01-31", "2025-02-03"),
    expected: [true, false, false, true],
  },
  {
    id: 2,
    says: "Tết 2007 began on 17 February in Việt Nam, a day before China: rows decide, no almanac is computed",
    source: "Vietnamese calendar, UTC+7",
    got: () => {
      const rows = ["2007-02-16", "2007-02-19", "2007-02-20", "2007-02-21"].map((text) => entry([text, "off"]));
      const of2007 = calendar({ firstYear: 2007, lastYear: 2007, entries: rows });
      return ["2007-02-15", "2007-02-16", "2007-02-22"].map((text) => isWorkingDay(of2007, day(text)));
    },
    expected: [true, false, true],
  },
  {
    id: 3,
    says: "Giỗ Tổ 2023 came after a leap month: 29 April, a Saturday, made good on a later day",
    source: DECISION,
    got: () => worked("2023-03-30", "2023-05-02", "2023-05-03", "2023-05-04"),
    expected: [true, false, false, true],
  },
  {
    id: 4,
    says: "a holiday on a Saturday moves to the next working day",
    source: LABOUR_CODE,
    got: () => worked("2023-09-01", "2023-09-04", "2023-09-05"),
    expected: [false, false, true],
  },
  {
    id: 5,
    says: "30 April and 1 May 2022 on a weekend give two days in lieu",
    source: LABOUR_CODE,
    got: () => worked("2022-04-29", "2022-05-02", "2022-05-03", "2022-05-04"),
    expected: [true, false, false, true],
  },
  {
    id: 6,
    says: "Giỗ Tổ 2026 falls on a Sunday: Monday off, then 30 April and 1 May",
    source: LABOUR_CODE,
    got: () => worked("2026-04-24", "2026-04-27", "2026-04-28", "2026-04-30", "2026-05-01"),
    expected: [true, false, true, false, false],
  },
  {
    id: 7,
    says: "the second day of the National Day is on either side, by yearly decision",
    source: LABOUR_CODE,
    got: () => worked("2021-09-03", "2021-09-01", "2022-09-01", "2022-09-05"),
    expected: [false, true, false, true],
  },
  {
    id: 8,
    says: "Monday 29/4/2024 off, Saturday 4/5/2024 worked",
    source: DECISION,
    got: () => worked("2024-04-29", "2024-05-04"),
    expected: [false, true],
  },
  {
    id: 9,
    says: "an exchange across two months moves the due day of both",
    source: DECISION,
    got: () => [due("2024-04-26", DAYS(2)), due("2024-04-26", DAYS(3))],
    expected: ["2024-05-03", "2024-05-04"],
  },
  {
    id: 10,
    says: "an exchange across two years: 31/12/2018 off, 5/1/2019 worked",
    source: DECISION,
    got: () => due("2018-12-28", DAYS(4)),
    expected: "2019-01-05",
  },
  {
    id: 11,
    says: "an exchange announced after receipt moves the computed day, never the promised one",
    source: OUR_RULE,
    got: () => {
      const before = calendar();
      const after = calendar({ entries: [entry(["2020-03-04", "off"]), entry(["2020-03-07", "work"])] });
      const facts = dossier({ due: "2020-03-05", finished: "2020-03-05" });
      return [
        due("2020-03-02", DAYS(3), before),
        due("2020-03-02", DAYS(3), after),
        checkPromise(facts, after, DAYS(3)).finding,
        deriveTimeline(facts).outcome,
      ];
    },
    expected: ["2020-03-05", "2020-03-06", "promisesLess", "onTime"],
  },
  {
    id: 12,
    says: "a unit with Saturday sessions follows a calendar of its own beside the province's",
    source: OUR_RULE,
    got: () => {
      const hours = [{ from: 420, until: 690 }];
      const weekPattern = [hours, hours, hours, hours, hours, hours, []];
      return [due("2020-03-06", DAYS(1), calendar({ weekPattern })), due("2020-03-06", DAYS(1), calendar())];
    },
    expected: ["2020-03-07", "2020-03-09"],
  },
  {
    id: 13,
    says: "a Saturday morning counts as half a day on the clock, as a day in days",
    source: OUR_RULE,
    got: () => {
      const by = calendar({ entries: [entry(["2020-03-07", "work", [{ from: 420, until: 690 }]])] });
      return [due("2020-03-06T17:00", HOURS(8), by), due("2020-03-06", DAYS(1), by)];
    },
    expected: ["2020-03-09T10:30:00", "2020-03-07"],
  },
  {
    id: 14,
    says: "19/10/2020 closed in one district only, declared afterwards",
    source: "issue of the flood of October 2020, local decision",
    got: () => {
      const local = vietnameseCalendar({ localEntries: [entry(["2020-10-19", "off"])] });
      return [
        due("2020-10-16", DAYS(1), local),
        due("2020-10-16", DAYS(1)),
        canMove(day("2020-10-19"), day("2020-10-16"), day("2020-10-19")),
      ];
    },
    expected: ["2020-10-20", "2020-10-19", true],
  },
  {
    id: 15,
    says: "a day of national mourning is a row like any other, with its document",
    source: "decision of the day",
    got: () => skippedDays(calendar({ entries: [entry(["2020-08-14", "off"])] }), day("2020-08-13"), day("2020-08-14")),
    expected: [{ day: "2020-08-14", why: "off", name: "named 2020-08-14", basis: "document of 2020-08-14" }],
  },
  {
    id: 16,
    says: "a year not yet decreed: refused, or provisional where that is asked for",
    source: OUR_RULE,
    got: () => [
      codeOf(() => due("2021-12-31", DAYS(1), calendar())),
      computeDueDay(calendar({ provisionalYears: 1 }), { on: day("2021-12-31"), at: null }, DAYS(1)),
    ],
    expected: ["calendarYearMissing", { dueOn: "2022-01-03", dueAt: null, rule: "workingDays", provisional: true }],
  },
  {
    id: 17,
    says: "a day off entered twice is subtracted once",
    source: OUR_RULE,
    got: () =>
      due("2020-03-02", DAYS(1), calendar({ entries: [entry(["2020-03-03", "off"]), entry(["2020-03-03", "off"])] })),
    expected: "2020-03-04",
  },
  {
    id: 18,
    says: "days off on both sides of New Year",
    source: OUR_RULE,
    got: () =>
      due(
        "2019-12-30",
        DAYS(1),
        calendar({ entries: ["2019-12-31", "2020-01-01", "2020-01-02"].map((text) => entry([text, "off"])) }),
      ),
    expected: "2020-01-03",
  },
  {
    id: 19,
    says: "a calendar without any working time is refused",
    source: OUR_RULE,
    got: () => codeOf(() => calendar({ hours: [] })),
    expected: "calendarWithoutWork",
  },
  {
    id: 20,
    says: "an office that never closes loses no minute at midnight",
    source: OUR_RULE,
    got: () => {
      const always = calendar({ weekPattern: Array.from({ length: 7 }, () => [{ from: 0, until: 1440 }]) });
      return workingSecondsBetween(always, parseMoment("2020-03-01T12:00:00"), parseMoment("2020-03-03T12:00:00"));
    },
    expected: 2 * 86_400,
  },
];
