import { describe, expect, it } from "vitest";
import { buildLife } from "@/components/dossiers/life/build-life";
import { lifeLabels } from "@/components/dossiers/life/life-labels";
import { placeLabels } from "@/components/dossiers/life/place-labels";
import { addDays, type DossierExplanation, daysBetween, parseDay } from "@/lib/sla";

const LATE: DossierExplanation = {
  engineVersion: 1,
  asOf: parseDay("2020-10-31"),
  class: "late",
  reason: "finishedAfterDue",
  comparedBy: "day",
  dueOn: parseDay("2020-09-04"),
  dueAt: null,
  steps: [
    { kind: "received", on: parseDay("2020-08-31"), at: null },
    { kind: "due", on: parseDay("2020-09-04"), at: null },
    { kind: "overdue", on: parseDay("2020-09-05") },
    { kind: "closed", on: parseDay("2020-09-08"), at: null, outcome: "late" },
  ],
  daysLate: 4,
  calendar: {
    version: 1,
    notableDays: [
      { day: parseDay("2020-09-02"), why: "off", name: "Quốc khánh", basis: "Bộ luật Lao động" },
      { day: parseDay("2020-09-05"), why: "weekend", name: null, basis: null },
      { day: parseDay("2020-09-06"), why: "weekend", name: null, basis: null },
    ],
    workingDaysPassed: 5,
    workingDaysPaused: 0,
    workingDaysUsed: 5,
    workingDaysLate: 2,
    promiseCheck: null,
    clockStops: [],
    provisionalYear: null,
  },
  missingYear: null,
};

describe("a dossier's life", () => {
  it("accounts for every day once, in order", () => {
    const life = buildLife(LATE);
    expect(life.days).toBe(9);
    expect(life.runs.map(({ from, days, kind }) => `${from} ${days} ${kind}`)).toEqual([
      "2020-08-31 1 received",
      "2020-09-01 1 counted",
      "2020-09-02 1 off",
      "2020-09-03 2 counted",
      "2020-09-05 2 off",
      "2020-09-07 2 afterDue",
    ]);
    life.runs.reduce((day, run) => {
      expect(run.from).toBe(day);
      return addDays(day, run.days);
    }, life.from);
  });

  it("counts as many working days as the engine", () => {
    const counted = buildLife(LATE).runs.filter(({ kind }) => kind === "counted" || kind === "afterDue");
    expect(counted.reduce((sum, run) => sum + run.days, 0)).toBe(LATE.calendar?.workingDaysPassed);
  });

  it("shows the days still to come as such", () => {
    const open: DossierExplanation = {
      ...LATE,
      asOf: parseDay("2020-09-01"),
      class: "inTime",
      steps: LATE.steps.slice(0, 2),
    };
    expect(buildLife(open).runs.at(-1)).toEqual({ from: "2020-09-03", days: 2, kind: "ahead" });
  });

  it("names each day off once, with its document, and joins a weekend", () => {
    const { labels, unnamed } = lifeLabels(LATE, daysBetween(parseDay("2020-08-31"), parseDay("2020-09-08")) + 1);
    expect(labels.filter((label) => !label.isStep)).toMatchObject([
      { day: "02/09", text: "Quốc khánh", basis: "Bộ luật Lao động" },
      { day: "05/09–06/09", text: "Thứ bảy, Chủ nhật", basis: null },
    ]);
    expect(unnamed).toBe(0);
  });

  it("does not name hundreds of weekends, but says how many it left out", () => {
    const { labels, unnamed } = lifeLabels(LATE, 400);
    expect(labels.some((label) => label.text.includes("Chủ nhật"))).toBe(false);
    expect(unnamed).toBe(2);
  });
});

it("never lets two labels overlap, and moves none that has room", () => {
  expect(
    placeLabels([
      { wish: -2, height: 20 },
      { wish: 5, height: 20 },
      { wish: 100, height: 36 },
      { wish: 110, height: 20 },
    ]),
  ).toEqual([-2, 18, 100, 136]);
});
