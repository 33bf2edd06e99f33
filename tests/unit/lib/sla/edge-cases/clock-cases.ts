import { addDays, computeDueDay, dayOf, parseMoment, workingDaysBetween } from "@/lib/sla";
import { vietnam, day, DAYS, HOURS, due, outcome, codeOf, DUE, type Case, CIVIL_CODE, OUR_RULE } from "./case";

export const CLOCK: readonly Case[] = [
  {
    id: 21,
    says: "received at opening, at 11:30, in lunch, at 13:30, at closing; one hour",
    source: OUR_RULE,
    got: () =>
      ["07:00", "11:30", "12:00", "13:30", "17:00"].map((clock) => due(`2020-03-02T${clock}`, HOURS(1)).slice(8, 16)),
    expected: ["02T08:00", "02T14:30", "02T14:30", "02T14:30", "03T08:00"],
  },
  {
    id: 22,
    says: "received online on a holiday or a Saturday night: the clock starts at the next opening",
    source: OUR_RULE,
    got: () => [due("2020-04-30T10:00", HOURS(1)), due("2020-03-07T23:00", HOURS(1))],
    expected: ["2020-05-04T08:00:00", "2020-03-09T08:00:00"],
  },
  {
    id: 23,
    says: "«ngay trong ngày», received after 15:00: the next working day",
    source: "decrees on civil status and on security registration",
    got: () =>
      ["15:00:00", "15:00:01"].map(
        (clock) =>
          computeDueDay(vietnam, { on: day("2020-03-02"), at: parseMoment(`2020-03-02T${clock}`) }, DAYS(0), {
            workingDays: "endOfDay",
            hoursPerWorkingDay: 8,
            sameDayUntilMinute: 900,
          }).dueOn,
      ),
    expected: ["2020-03-02", "2020-03-03"],
  },
  {
    id: 24,
    says: "finished at the promised moment is on time, one second later is late",
    source: OUR_RULE,
    got: () =>
      ["10:00:00", "10:00:01"].map((clock) => outcome({ dueAt: `${DUE}T10:00:00`, finishedAt: `${DUE}T${clock}` })),
    expected: ["onTime", "late"],
  },
  {
    id: 25,
    says: "finished on a Saturday after Friday's due day is late, though no working day passed",
    source: "days, not working days, decide",
    got: () => [
      outcome({ due: DUE, finished: "2020-03-07" }),
      workingDaysBetween(vietnam, day(DUE), day("2020-03-07")),
    ],
    expected: ["late", 0],
  },
  {
    id: 26,
    says: "a full day ends at closing, not at the next opening",
    source: OUR_RULE,
    got: () => due("2020-03-02T07:00", HOURS(8)),
    expected: "2020-03-02T17:00:00",
  },
  {
    id: 27,
    says: "a limit of nothing: at once, or when the office opens",
    source: OUR_RULE,
    got: () => [due("2020-03-02T09:00", HOURS(0)), due("2020-03-02T12:00", HOURS(0)), due("2020-03-07", DAYS(0))],
    expected: ["2020-03-02T09:00:00", "2020-03-02T13:30:00", "2020-03-09"],
  },
  {
    id: 28,
    says: "four hours, days, calendar days, months",
    source: CIVIL_CODE,
    got: () => [
      due("2020-03-02T08:00", HOURS(4)),
      due("2020-03-02", DAYS(4)),
      due("2020-03-02", { amount: 4, unit: "calendarDay" }),
      due("2020-03-02", { amount: 4, unit: "month" }),
    ],
    expected: ["2020-03-02T14:00:00", "2020-03-06", "2020-03-06", "2020-07-02"],
  },
  {
    id: 29,
    says: "seconds are kept",
    source: OUR_RULE,
    got: () => due("2020-03-02T16:26:54", HOURS(1)),
    expected: "2020-03-03T07:26:54",
  },
  {
    id: 30,
    says: "17:00Z is the next day in Hà Nội; 31/12, 23:30 is still December",
    source: "zone Asia/Ho_Chi_Minh",
    got: () => [
      dayOf(new Date("2020-10-31T17:00:00Z"), "Asia/Ho_Chi_Minh"),
      dayOf(new Date("2020-12-31T23:30:00+07:00"), "Asia/Ho_Chi_Minh"),
    ],
    expected: ["2020-11-01", "2020-12-31"],
  },
  {
    id: 31,
    says: "days are counted the same wherever the server stands, over its summer time too",
    source: "run under three zones",
    got: () => [addDays(day("2020-03-07"), 2), addDays(day("2020-10-31"), 2), due("2020-03-06T16:00", HOURS(2))],
    expected: ["2020-03-09", "2020-11-02", "2020-03-09T08:00:00"],
  },
  {
    id: 32,
    says: "a day without a time, counted in hours: the clock starts when that day ends",
    source: OUR_RULE,
    got: () => computeDueDay(vietnam, { on: day("2020-03-02"), at: null }, HOURS(8)),
    expected: { dueOn: "2020-03-03", dueAt: null, rule: "fromClosing", provisional: false },
  },
  {
    id: 33,
    says: "29 February; a day outside the calendar names its year",
    source: CIVIL_CODE,
    got: () => [
      due("2024-01-31", { amount: 1, unit: "month" }),
      codeOf(() => day("2023-02-29")),
      codeOf(() => due("2027-01-04", DAYS(1))),
    ],
    expected: ["2024-02-29", "dayInvalid", "calendarYearMissing"],
  },
];
