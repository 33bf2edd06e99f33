import { describe, expect, it } from "vitest";
import {
  addWorkingDays,
  collectHistory,
  DUE_PLACE,
  deriveTimeline,
  estimateHazards,
  lifeTowardsDue,
  parseDay,
  probabilityLateWith,
} from "@/lib/sla";
import { vietnameseCalendar } from "./support/calendars";
import { dossier, type Written } from "./support/dossier";

const vietnam = vietnameseCalendar();

function life(written: Written, asOf: string) {
  const facts = dossier(written);
  if (facts.dueOn === null) throw new Error("a life towards a due day has one");
  return lifeTowardsDue(deriveTimeline(facts), facts.dueOn, vietnam, parseDay(asOf));
}

describe("a life on the scale of its due day", () => {
  // Received on Monday 2 March, due on Friday 13 March: nine working days.
  const due = "2020-03-13";

  it.each<[string, Written, string, object]>([
    [
      "resolved three days before",
      { due, finished: "2020-03-10" },
      "2020-04-01",
      { age: -3, end: "resolved", from: -9 },
    ],
    ["resolved on it", { due, finished: due }, "2020-04-01", { age: 0, end: "resolved", from: -9 }],
    [
      "resolved a weekend and a day late",
      { due, finished: "2020-03-16" },
      "2020-04-01",
      { age: 1, end: "resolved", from: -9 },
    ],
    ["given back", { due, finished: "2020-03-05", status: "withdrawn" }, due, { age: -6, end: "returned", from: -9 }],
    ["still open", { due }, "2020-03-06", { age: -5, end: "open", from: -9 }],
    [
      "resolved, but not yet on the day asked about",
      { due, finished: "2020-03-12" },
      "2020-03-06",
      { age: -5, end: "open", from: -9 },
    ],
    [
      "resolved on the day asked about",
      { due, finished: "2020-03-06" },
      "2020-03-06",
      { age: -5, end: "resolved", from: -9 },
    ],
    [
      "paused for two days: seen two days less",
      { due, pauses: [["2020-03-03", "2020-03-05"]] },
      "2020-03-06",
      { age: -5, end: "open", from: -7 },
    ],
  ])("%s", (_what, written, asOf, { age, end, from }: { age?: number; end?: string; from?: number }) => {
    expect(life(written, asOf)).toEqual({ age: DUE_PLACE + (age ?? 0), end, from: DUE_PLACE + (from ?? 0) });
  });

  it("begins no earlier than the scale, and is none when it ended before", () => {
    const long = { received: "2019-01-02", due: "2020-06-30" };
    expect(life({ ...long, finished: "2020-06-30" }, "2020-12-31")).toEqual({
      age: DUE_PLACE,
      end: "resolved",
      from: 0,
    });
    expect(life({ ...long, finished: "2019-03-01" }, "2020-12-31")).toBeNull();
    const dueIn = (days: number) => addWorkingDays(vietnam, parseDay("2019-01-02"), days);
    const atOnce = { received: "2019-01-02", finished: "2019-01-02" };
    expect(life({ ...atOnce, due: dueIn(DUE_PLACE) }, "2020-12-31")).toEqual({ age: 0, end: "resolved", from: 0 });
    expect(life({ ...atOnce, due: dueIn(DUE_PLACE + 1) }, "2020-12-31")).toBeNull();
  });

  it("is 250 working days long before the due day", () => {
    const dueOn = addWorkingDays(vietnam, parseDay("2019-01-02"), 250);
    const written = { received: "2019-01-02", finished: "2019-01-02", due: dueOn };
    expect(life(written, "2020-12-31")).toEqual({ age: 0, end: "resolved", from: 0 });
  });

  it("gives the chance of being late by the working days left", () => {
    const lives = [
      ...Array.from({ length: 6 }, () => life({ due, finished: "2020-03-12" }, "2020-04-01")),
      ...Array.from({ length: 3 }, () => life({ due, finished: "2020-03-13" }, "2020-04-01")),
      life({ due, finished: "2020-03-20" }, "2020-04-01"),
    ].filter((one) => one !== null);
    const history = collectHistory(lives);
    const hazards = estimateHazards(history, history, 0);
    expect(probabilityLateWith(hazards, 5)).toBeCloseTo(0.1, 12);
    expect(probabilityLateWith(hazards, 1)).toBeCloseTo(0.25, 12);
    expect(probabilityLateWith(hazards, 0)).toBe(1);
  });
});
