import { describe, expect, it } from "vitest";
import {
  type CountingRules,
  computeDueDay,
  DEFAULT_RULES,
  judgeReception,
  parseDay,
  parseMoment,
  SAME_DAY_CUTOFF_MINUTE,
} from "@/lib/sla";
import { calendar, entry, vietnameseCalendar } from "./support/calendars";

const vietnam = vietnameseCalendar();

function dueOf(received: string, days: number, rules: Partial<CountingRules>, by = vietnam): string {
  const at = received.length > 10 ? parseMoment(`${received}:00`) : null;
  const due = computeDueDay(
    by,
    { on: parseDay(received.slice(0, 10)), at },
    { amount: days, unit: "workingDay" },
    { ...DEFAULT_RULES, ...rules },
  );
  return `${due.rule} ${due.dueAt?.slice(0, 16) ?? due.dueOn}`;
}

describe("three working days, by convention", () => {
  it.each([
    ["2020-03-02T08:00", "workingDays 2020-03-05", "sameClock 2020-03-05T08:00", "workingClock 2020-03-05T08:00"],
    ["2020-03-02T07:00", "workingDays 2020-03-05", "sameClock 2020-03-05T07:00", "workingClock 2020-03-04T17:00"],
    ["2020-03-02T12:00", "workingDays 2020-03-05", "sameClock 2020-03-05T13:30", "workingClock 2020-03-05T11:30"],
    ["2020-03-06T18:00", "workingDays 2020-03-11", "sameClock 2020-03-12T07:00", "workingClock 2020-03-11T17:00"],
    ["2020-03-07T10:00", "workingDays 2020-03-11", "sameClock 2020-03-12T07:00", "workingClock 2020-03-11T17:00"],
    ["2020-03-02", "workingDays 2020-03-05", "workingDays 2020-03-05", "fromClosing 2020-03-05"],
  ])("received %s: %s; %s; %s", (received, endOfDay, sameClock, workingClock) => {
    expect(dueOf(received, 3, { workingDays: "endOfDay" })).toBe(endOfDay);
    expect(dueOf(received, 3, { workingDays: "sameClock" })).toBe(sameClock);
    expect(dueOf(received, 3, { workingDays: "workingClock" })).toBe(workingClock);
  });

  it("ends with the hours of a half day", () => {
    const halfDay = calendar({ entries: [entry(["2020-03-05", "work", [{ from: 420, until: 690 }]])] });
    expect(dueOf("2020-03-02T15:00", 3, { workingDays: "sameClock" }, halfDay)).toBe("sameClock 2020-03-05T11:30");
    expect(dueOf("2020-03-02T15:00", 3, { workingDays: "workingClock" }, halfDay)).toBe(
      "workingClock 2020-03-06T08:30",
    );
    expect(dueOf("2020-03-02T15:00", 3, { workingDays: "endOfDay" }, halfDay)).toBe("workingDays 2020-03-05");
  });

  it("counts by the hours that a working day is said to have", () => {
    expect(dueOf("2020-03-02T07:00", 2, { workingDays: "workingClock", hoursPerWorkingDay: 4 })).toBe(
      "workingClock 2020-03-02T17:00",
    );
  });
});

describe("the 15:00 rule of procedures due the same day", () => {
  it.each([
    ["2020-03-02T14:59", "sameDay 2020-03-02"],
    ["2020-03-02T15:00", "sameDay 2020-03-02"],
    ["2020-03-02T15:01", "nextDayAfterCutoff 2020-03-03"],
    ["2020-03-06T16:00", "nextDayAfterCutoff 2020-03-09"],
    ["2020-03-07T16:00", "sameDay 2020-03-09"],
    ["2020-03-02", "nextDayAfterCutoff 2020-03-03"],
    ["2020-03-07", "sameDay 2020-03-09"],
  ])("received %s: %s", (received, expected) => {
    expect(dueOf(received, 0, { sameDayUntilMinute: SAME_DAY_CUTOFF_MINUTE })).toBe(expected);
  });

  it("touches no other limit", () => {
    expect(dueOf("2020-03-02T16:00", 1, { sameDayUntilMinute: SAME_DAY_CUTOFF_MINUTE })).toBe("workingDays 2020-03-03");
    expect(dueOf("2020-03-02T16:00", 0, {})).toBe("workingDays 2020-03-02");
  });
});

describe("taking in a dossier submitted online", () => {
  const judge = (submitted: string, received: string | null, asOf = "2020-03-31T12:00:00") =>
    judgeReception(
      vietnam,
      parseMoment(submitted),
      received === null ? null : parseMoment(received),
      parseMoment(asOf),
    );

  it.each([
    ["2020-03-02T07:00:00", "2020-03-02T17:00:00", "2020-03-02T17:00:00", "inTime"],
    ["2020-03-02T07:00:00", "2020-03-02T17:00:01", "2020-03-02T17:00:00", "late"],
    ["2020-03-02T10:00:00", "2020-03-03T10:00:00", "2020-03-03T10:00:00", "inTime"],
    ["2020-03-06T21:00:00", "2020-03-09T17:00:00", "2020-03-09T17:00:00", "inTime"],
    ["2020-03-06T21:00:00", "2020-03-10T07:00:00", "2020-03-09T17:00:00", "late"],
  ])("submitted %s, taken in %s: due %s, %s", (submitted, received, dueAt, verdict) => {
    expect(judge(submitted, received)).toEqual({ dueAt, verdict });
  });

  it.each([
    ["2020-03-02T17:00:00", "waiting"],
    ["2020-03-02T17:00:01", "overdue"],
  ])("still waiting at %s: %s", (asOf, verdict) => {
    expect(judge("2020-03-02T07:00:00", null, asOf).verdict).toBe(verdict);
    expect(judge("2020-03-02T07:00:00", "2020-03-05T08:00:00", asOf).verdict).toBe(verdict);
  });

  it("counts as taken in at the very moment asked about", () => {
    expect(judge("2020-03-02T07:00:00", "2020-03-02T09:00:00", "2020-03-02T09:00:00").verdict).toBe("inTime");
  });
});
