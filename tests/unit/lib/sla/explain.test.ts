import { describe, expect, it } from "vitest";
import { deriveTimeline, ENGINE_VERSION, explainDossier, parseDay, type TimeLimit } from "@/lib/sla";
import { calendar, vietnameseCalendar } from "./support/calendars";
import { dossier, type Written } from "./support/dossier";

const vietnam = vietnameseCalendar();
const THREE_DAYS: TimeLimit = { amount: 3, unit: "workingDay" };
const APRIL = "2020-04-30";

function explain(written: Written, asOf = APRIL, limit: TimeLimit | null = THREE_DAYS, by = vietnam) {
  const facts = dossier(written);
  return explainDossier(facts, deriveTimeline(facts), by, parseDay(asOf), limit);
}

describe("the reason of a verdict", () => {
  it.each<[Written, string, string | null]>([
    [{ due: "2020-03-06", finished: "2020-03-05" }, "finishedBeforeDue", "early"],
    [{ due: "2020-03-06", finished: "2020-03-06" }, "finishedOnDue", "onTime"],
    [{ due: "2020-03-06", finished: "2020-03-07" }, "finishedAfterDue", "late"],
    [{ finished: "2020-03-07" }, "resolvedUndated", "undated"],
    [{ status: "withdrawn", finished: "2020-03-07" }, "returned", "returned"],
    [{ due: "2020-03-06" }, "duePassed", "overdue"],
    [{ due: "2020-04-30" }, "dueNotPassed", "inTime"],
    [{}, "openUndated", "openUndated"],
    [{ due: "2020-03-06", pauses: [["2020-03-04", null]] }, "clockStopped", "paused"],
    [{ received: "2020-05-01", due: "2020-05-06" }, "notYetReceived", null],
    [{ status: "registered" }, "outsideEveryCount", null],
  ])("%j: %s", (written, reason, verdict) => {
    expect(explain(written)).toMatchObject({ reason, class: verdict, asOf: APRIL, engineVersion: ENGINE_VERSION });
  });

  it("is that of the day asked about, not of today", () => {
    const written: Written = { due: "2020-03-06", finished: "2020-03-10" };
    expect(explain(written, "2020-03-06").reason).toBe("dueNotPassed");
    expect(explain(written, "2020-03-09").reason).toBe("duePassed");
    expect(explain(written, "2020-03-10").reason).toBe("finishedAfterDue");
    expect(explain(written, "2020-03-09").steps.map(({ kind }) => kind)).toEqual(["received", "due", "overdue"]);
  });
});

describe("the life of a dossier", () => {
  it("is told in order, with what each pause did", () => {
    const told = explain({
      due: "2020-03-06",
      finished: "2020-03-20",
      pauses: [
        ["2020-03-17", "2020-03-18", "stopped"],
        ["2020-03-04", "2020-03-11", "awaitingPayment"],
        ["2020-03-25", "2020-03-26"],
      ],
    });
    expect(told.steps).toEqual([
      { kind: "received", on: "2020-03-02", at: null },
      { kind: "paused", on: "2020-03-04", until: "2020-03-11", reason: "awaitingPayment", effect: "stopsClock" },
      { kind: "due", on: "2020-03-06", at: null },
      { kind: "dueAfterPause", on: "2020-03-11" },
      { kind: "overdue", on: "2020-03-11" },
      { kind: "paused", on: "2020-03-17", until: "2020-03-18", reason: "stopped", effect: "curesNothing" },
      { kind: "closed", on: "2020-03-20", at: null, outcome: "late" },
      { kind: "paused", on: "2020-03-25", until: "2020-03-26", reason: "awaitingSupplement", effect: "outsideLife" },
    ]);
  });

  it("tells the steps of one day as they follow from each other", () => {
    const told = explain(
      { due: "2020-03-02", finished: "2020-03-03", pauses: [["2020-03-02", "2020-03-03"]] },
      "2020-03-03",
    );
    expect(told.steps.map(({ kind }) => kind)).toEqual(["received", "paused", "due", "dueAfterPause", "closed"]);
    const next = explain({ due: "2020-03-02", finished: "2020-03-02" }, "2020-03-02");
    expect(next.steps.map(({ kind }) => kind)).toEqual(["received", "due", "closed"]);
  });

  it("tells nothing before its day", () => {
    const written: Written = { due: "2020-03-06", finished: "2020-03-16", pauses: [["2020-03-05", "2020-03-10"]] };
    const kinds = (asOf: string) => explain(written, asOf).steps.map(({ kind }) => kind);
    expect(kinds("2020-03-04")).toEqual(["received", "due"]);
    expect(kinds("2020-03-05")).toEqual(["received", "paused", "due"]);
    expect(kinds("2020-03-09")).toEqual(["received", "paused", "due"]);
    expect(kinds("2020-03-10")).toEqual(["received", "paused", "due", "dueAfterPause", "overdue"]);
    expect(kinds("2020-03-15")).toEqual(["received", "paused", "due", "dueAfterPause", "overdue"]);
    expect(kinds("2020-03-16").at(-1)).toBe("closed");
  });

  it.each<[string, Written, readonly (readonly [string, string | null])[], string]>([
    ["open, over the due day", {}, [["2020-03-05", null]], "stopsClock"],
    ["ended, over the due day", {}, [["2020-03-05", "2020-03-10"]], "stopsClock"],
    ["begun on the day of closing", { finished: "2020-03-05" }, [["2020-03-05", null]], "outsideLife"],
    ["begun the day before closing", { finished: "2020-03-05" }, [["2020-03-04", null]], "stopsClock"],
    ["ended on the day of receipt", {}, [["2020-02-27", "2020-03-02"]], "outsideLife"],
    ["ended the day after receipt", {}, [["2020-02-27", "2020-03-03"]], "stopsClock"],
    ["open, begun after the due day", {}, [["2020-03-09", null]], "curesNothing"],
    [
      "begun after the due day, on the day of closing",
      { finished: "2020-03-10" },
      [["2020-03-10", null]],
      "outsideLife",
    ],
    ["begun after the due day, before closing", { finished: "2020-03-11" }, [["2020-03-10", null]], "curesNothing"],
  ])("knows what a pause did: %s", (_what, written, pauses, effect) => {
    const steps = explain({ due: "2020-03-06", ...written, pauses }).steps.filter(({ kind }) => kind === "paused");
    expect(steps).toMatchObject([{ effect }]);
  });

  it("tells of two pauses what each did, where one stopped the clock and the other touches it or not", () => {
    const effects = (...pauses: (readonly [string, string | null])[]) =>
      explain({ due: "2020-03-06", finished: "2020-03-20", pauses }).steps.flatMap((step) =>
        step.kind === "paused" ? [step.effect] : [],
      );
    expect(effects(["2020-03-03", "2020-03-05"], ["2020-03-10", "2020-03-12"])).toEqual(["stopsClock", "curesNothing"]);
    expect(effects(["2020-03-05", "2020-03-10"], ["2020-03-10", "2020-03-12"])).toEqual(["stopsClock", "stopsClock"]);
    expect(effects(["2020-02-20", "2020-02-25"], ["2020-03-03", "2020-03-05"])).toEqual(["outsideLife", "stopsClock"]);
  });

  it("knows of a pause only what was known on the day", () => {
    const written: Written = { due: "2020-03-06", pauses: [["2020-03-04", "2020-03-11"]] };
    expect(explain(written, "2020-03-03").steps).toHaveLength(2);
    expect(explain(written, "2020-03-10").steps[1]).toMatchObject({ kind: "paused", until: null });
    expect(explain(written, "2020-03-11").steps[1]).toMatchObject({ kind: "paused", until: "2020-03-11" });
  });

  it("shows moments where they decide", () => {
    const told = explain({
      receivedAt: "2020-03-02T08:00:00",
      dueAt: "2020-03-02T17:00:00",
      finishedAt: "2020-03-02T17:00:01",
    });
    expect(told).toMatchObject({ comparedBy: "moment", class: "late", daysLate: 0, dueAt: "2020-03-02T17:00:00" });
    expect(told.steps.map((step) => ("at" in step ? step.at : null))).toEqual([
      "2020-03-02T08:00:00",
      "2020-03-02T17:00:00",
      "2020-03-02T17:00:01",
    ]);
    expect(explain({ due: "2020-03-06", finishedAt: "2020-03-06T17:00:01" }).comparedBy).toBe("day");
  });
});

describe("the account of the calendar", () => {
  it("counts working days passed, paused and used, and names the days off", () => {
    const { calendar: account, daysLate } = explain({
      received: "2020-01-20",
      due: "2020-01-30",
      finished: "2020-02-05",
      pauses: [["2020-01-21", "2020-01-31"]],
    });
    expect(account).toMatchObject({
      version: 1,
      workingDaysPassed: 7,
      workingDaysPaused: 3,
      workingDaysUsed: 4,
      workingDaysLate: 4,
    });
    expect(daysLate).toBe(6);
    expect(account?.notableDays.filter(({ why }) => why === "off").map(({ day }) => day)).toEqual([
      "2020-01-23",
      "2020-01-24",
      "2020-01-27",
      "2020-01-28",
      "2020-01-29",
    ]);
  });

  it.each<[string, readonly (readonly [string, string | null])[], number]>([
    ["none", [], 0],
    ["from the day of receipt, which is not counted", [["2020-03-02", "2020-03-04"]], 1],
    ["one day", [["2020-03-04", "2020-03-05"]], 1],
    ["a weekend only", [["2020-03-07", "2020-03-09"]], 0],
    ["over a weekend", [["2020-03-06", "2020-03-10"]], 2],
    ["still going on", [["2020-03-12", null]], 2],
    ["to begin after the day asked about", [["2020-03-16", null]], 0],
    [
      "two",
      [
        ["2020-03-04", "2020-03-05"],
        ["2020-03-10", "2020-03-12"],
      ],
      3,
    ],
  ])("pauses: %s", (_what, pauses, expected) => {
    const account = explain({ due: "2020-03-31", pauses }, "2020-03-13").calendar;
    expect(account).toMatchObject({ workingDaysPassed: 9, workingDaysPaused: expected, workingDaysUsed: 9 - expected });
  });

  it("tells each pause that stopped the clock, joined where they touch, as known on the day", () => {
    const stops = (asOf: string) =>
      explain(
        {
          due: "2020-03-31",
          pauses: [
            ["2020-03-04", "2020-03-05"],
            ["2020-03-05", "2020-03-06"],
            ["2020-03-10", "2020-03-12"],
          ],
        },
        asOf,
      ).calendar?.clockStops;
    expect(stops("2020-03-13")).toEqual([
      { from: "2020-03-04", until: "2020-03-06", workingDays: 2 },
      { from: "2020-03-10", until: "2020-03-12", workingDays: 2 },
    ]);
    expect(stops("2020-03-10")?.at(-1)).toEqual({ from: "2020-03-10", until: null, workingDays: 1 });
    expect(stops("2020-03-03")).toEqual([]);
  });

  it("says from which year on days off are not decreed yet, when it counts in one", () => {
    const provisional = calendar({ provisionalYears: 1 });
    const yearOf = (written: Written, asOf: string) =>
      explain({ received: "2021-12-30", ...written }, asOf, THREE_DAYS, provisional).calendar?.provisionalYear;
    expect(yearOf({ due: "2022-01-04" }, "2021-12-31")).toBe(2022);
    expect(yearOf({ due: "2021-12-31" }, "2021-12-31")).toBeNull();
    expect(yearOf({ due: "2021-12-31" }, "2022-01-01")).toBe(2022);
    expect(
      explain({ received: "2021-12-30", due: "2021-12-31" }, "2021-12-31", THREE_DAYS, provisional).calendar
        ?.promiseCheck?.computed,
    ).toMatchObject({ dueOn: "2022-01-04", provisional: true });
  });

  it("looks ahead to a due day still to come, and back no further than receipt", () => {
    const days = explain({ due: "2020-03-09" }, "2020-03-03").calendar?.notableDays;
    expect(days?.map(({ day }) => day)).toEqual(["2020-03-07", "2020-03-08"]);
  });

  it("counts up to the day asked about, though it ended later, and to the end when asked later", () => {
    const passed = (asOf: string) =>
      explain({ due: "2020-03-31", finished: "2020-03-13" }, asOf).calendar?.workingDaysPassed;
    expect([passed("2020-03-09"), passed("2020-03-13"), passed("2020-03-20")]).toEqual([5, 9, 9]);
    const byMoment = { dueAt: "2020-03-06T10:00:00", finishedAt: "2020-03-06T09:00:00" };
    expect(explain(byMoment, "2020-03-06").comparedBy).toBe("moment");
  });

  it("leaves lateness out when there is none", () => {
    expect(explain({ due: "2020-03-06", finished: "2020-03-06" })).toMatchObject({
      daysLate: null,
      calendar: { workingDaysLate: null },
    });
    expect(explain({ due: "2020-03-06" }, "2020-03-10")).toMatchObject({
      daysLate: 4,
      calendar: { workingDaysLate: 2 },
    });
  });

  it("hides no other error than a year it lacks", () => {
    expect(() => explain({ due: "2020-03-06" }, APRIL, { amount: -1, unit: "workingDay" })).toThrow("limitInvalid");
  });

  it("stands without a calendar, and names the year it lacks", () => {
    const old = explain({ received: "2015-03-02", due: "2015-03-06", finished: "2015-03-05" }, APRIL, THREE_DAYS);
    expect(old).toMatchObject({ class: "early", calendar: null, missingYear: 2015 });
    expect(explain({ due: "2020-03-06" }).missingYear).toBeNull();
    const ahead = explain({ received: "2021-12-30", due: "2021-12-31" }, "2021-12-31", THREE_DAYS, calendar());
    expect(ahead).toMatchObject({ calendar: null, missingYear: 2022 });
  });
});

describe("the promise beside the time limit", () => {
  it.each<[Written, string, number]>([
    [{ due: "2020-03-05" }, "asAllowed", 0],
    [{ due: "2020-03-10" }, "promisesMore", 3],
    [{ due: "2020-03-03" }, "promisesLess", 2],
    [{}, "noPromise", 0],
  ])("%j: %s by %i working days", (written, finding, workingDaysApart) => {
    expect(explain(written).calendar?.promiseCheck).toMatchObject({
      finding,
      workingDaysApart,
      limit: THREE_DAYS,
      computed: { dueOn: "2020-03-05", rule: "workingDays" },
    });
  });

  it("is left out when the limit is unknown, and never changes the verdict", () => {
    expect(explain({ due: "2020-03-10", finished: "2020-03-09" }, APRIL, null).calendar?.promiseCheck).toBeNull();
    expect(explain({ due: "2020-03-10", finished: "2020-03-09" }).class).toBe("early");
  });

  it.each<[string, string, number]>([
    ["2020-03-05", "asAllowed", 0],
    ["2020-03-09", "asAllowed", 0],
    ["2020-03-10", "promisesMore", 1],
    ["2020-03-04", "promisesLess", 1],
  ])("promised for %s after two days of pause: %s by %i", (due, finding, workingDaysApart) => {
    const pauses = [["2020-03-03", "2020-03-05"]] as const;
    expect(explain({ due, pauses }).calendar?.promiseCheck).toMatchObject({
      finding,
      workingDaysApart,
      computed: { dueOn: "2020-03-05" },
      computedAfterPauses: "2020-03-09",
    });
  });

  it("knows no day after pauses for other limits, without pauses, or while one lasts", () => {
    const check = (written: Written, limit: TimeLimit) =>
      explain(written, APRIL, limit).calendar?.promiseCheck?.computedAfterPauses;
    expect(check({ pauses: [["2020-03-03", "2020-03-05"]] }, { amount: 3, unit: "calendarDay" })).toBeNull();
    expect(check({}, THREE_DAYS)).toBeNull();
    expect(check({ pauses: [["2020-03-03", null]] }, THREE_DAYS)).toBeNull();
  });

  it("counts hours from the moment of receipt", () => {
    const told = explain({ receivedAt: "2020-03-02T08:00:00", dueAt: "2020-03-02T14:00:00" }, APRIL, {
      amount: 4,
      unit: "workingHour",
    });
    expect(told.calendar?.promiseCheck).toMatchObject({
      finding: "asAllowed",
      computed: { dueAt: "2020-03-02T14:00:00" },
    });
  });
});
