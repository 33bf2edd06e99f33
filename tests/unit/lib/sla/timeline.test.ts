import { describe, expect, it } from "vitest";
import { addDays, classOn, type DossierClass, deriveTimeline, parseDay } from "@/lib/sla";
import { dossier, type Written } from "./support/dossier";

/** Received Monday 2 March 2020, due Friday 6 March, unless said otherwise. */
const DUE = "2020-03-06";

describe("the verdict of a finished dossier", () => {
  it.each<[string, Written, string, string]>([
    ["V01", { due: DUE, finished: "2020-03-05" }, "early", "ended before the promised day"],
    ["V02", { due: DUE, finished: DUE }, "onTime", "ended on the promised day"],
    ["V03", { due: DUE, finished: "2020-03-07" }, "late", "ended after it, though on a Saturday"],
    ["V04", { due: DUE, finished: "2020-03-02" }, "early", "ended on the day of receipt"],
    ["V05", { due: "2020-03-02", finished: "2020-03-02" }, "onTime", "promised for and ended on the day of receipt"],
    ["V06", { finished: "2020-03-20" }, "undated", "never promised for a day"],
    ["V07", { status: "withdrawn", due: DUE, finished: "2020-03-20" }, "returned", "withdrawn, whenever that was"],
    ["V08", { status: "handedOver", due: DUE, finished: DUE }, "onTime", "the hand-over day plays no part"],
    ["V09", { dueAt: "2020-03-06T10:00:00", finishedAt: "2020-03-06T09:59:59" }, "early", "a second before the moment"],
    ["V10", { dueAt: "2020-03-06T10:00:00", finishedAt: "2020-03-06T10:00:00" }, "onTime", "at the very moment"],
    ["V11", { dueAt: "2020-03-06T10:00:00", finishedAt: "2020-03-06T10:00:01" }, "late", "a second after it, same day"],
    ["V12", { dueAt: "2020-03-06T10:00:00", finished: DUE }, "onTime", "the moment it ended is unknown: days decide"],
    [
      "V13",
      { due: DUE, finishedAt: "2020-03-06T23:59:59" },
      "onTime",
      "no moment was promised: the day lasts until midnight",
    ],
    [
      "V14",
      { due: DUE, finished: "2020-03-10", pauses: [["2020-03-04", "2020-03-09"]] },
      "late",
      "the promise is not moved by a pause",
    ],
  ])("%s is %s: %s", (_id, written, expected) => {
    expect(deriveTimeline(dossier(written)).outcome).toBe(expected);
  });
});

describe("the class of each day", () => {
  /** Letters of 1 … 14 March: . not there yet, i in time, p paused, o overdue, u undated, then the outcome. */
  const LETTERS: Record<DossierClass, string> = {
    inTime: "i",
    paused: "p",
    overdue: "o",
    openUndated: "u",
    early: "E",
    onTime: "T",
    late: "L",
    undated: "U",
    returned: "R",
  };
  const FIRST = parseDay("2020-03-01");

  function life(written: Written): string {
    const timeline = deriveTimeline(dossier(written));
    let letters = "";
    for (let days = 0; days < 14; days++) {
      const value = classOn(timeline, addDays(FIRST, days));
      letters += value === null ? "." : LETTERS[value];
    }
    return letters;
  }

  it.each<[string, Written, string, string]>([
    ["C01", { due: DUE }, ".iiiiioooooooo", "due today is still in time, overdue from the day after"],
    ["C02", { due: DUE, finished: "2020-03-05" }, ".iiiEEEEEEEEEE", "closed from the day it ended"],
    ["C03", { due: DUE, finished: DUE }, ".iiiiTTTTTTTTT", "never overdue"],
    ["C04", { due: DUE, finished: "2020-03-07" }, ".iiiiiLLLLLLLL", "late, but on no evening was it open and overdue"],
    ["C05", { due: DUE, finished: "2020-03-09" }, ".iiiiiooLLLLLL", "overdue until it ended"],
    ["C06", { due: "2020-03-02", finished: "2020-03-02" }, ".TTTTTTTTTTTTT", "closed on the day it came"],
    ["C07", {}, ".uuuuuuuuuuuuu", "nothing promised"],
    ["C08", { finished: "2020-03-05" }, ".uuuUUUUUUUUUU", "nothing promised, resolved"],
    ["C09", { due: DUE, pauses: [["2020-03-04", null]] }, ".iippppppppppp", "an open pause is never overdue"],
    ["C10", { due: DUE, pauses: [[DUE, null]] }, ".iiiippppppppp", "begun on the due day"],
    ["C11", { due: DUE, pauses: [["2020-03-07", null]] }, ".iiiiioooooooo", "begun the day after: cures nothing"],
    ["C12", { due: DUE, pauses: [["2020-03-04", "2020-03-05"]] }, ".iipiioooooooo", "ended before the due day"],
    [
      "C13",
      { due: DUE, pauses: [["2020-03-04", "2020-03-06"]] },
      ".iippioooooooo",
      "ended on the due day, which is worked",
    ],
    [
      "C14",
      { due: DUE, pauses: [["2020-03-04", "2020-03-07"]] },
      ".iipppoooooooo",
      "paused over the due day: overdue at once",
    ],
    ["C15", { due: DUE, pauses: [["2020-03-04", "2020-03-10"]] }, ".iippppppooooo", "overdue only once the pause ends"],
    [
      "C16",
      {
        due: DUE,
        pauses: [
          ["2020-03-04", "2020-03-09"],
          ["2020-03-11", null],
        ],
      },
      ".iipppppoooooo",
      "the second pause comes too late",
    ],
    [
      "C16b",
      {
        due: DUE,
        pauses: [
          [DUE, "2020-03-09"],
          ["2020-03-11", null],
        ],
      },
      ".iiiipppoooooo",
      "so it does after one begun on the due day",
    ],
    [
      "C17",
      {
        due: DUE,
        pauses: [
          ["2020-03-04", "2020-03-08"],
          ["2020-03-08", "2020-03-10"],
        ],
      },
      ".iippppppooooo",
      "pauses that touch are one",
    ],
    [
      "C18",
      {
        due: DUE,
        pauses: [
          ["2020-03-04", "2020-03-09"],
          ["2020-03-07", "2020-03-10"],
        ],
      },
      ".iippppppooooo",
      "pauses that overlap are one",
    ],
    ["C19", { due: DUE, pauses: [["2020-03-03", "2020-03-03"]] }, ".iiiiioooooooo", "an empty pause is none"],
    ["C20", { due: DUE, pauses: [["2020-02-20", "2020-03-04"]] }, ".ppiiioooooooo", "cut at the day of receipt"],
    [
      "C21",
      { due: DUE, finished: "2020-03-05", pauses: [["2020-03-03", null]] },
      ".ippEEEEEEEEEE",
      "closing ends the pause",
    ],
    [
      "C22",
      { due: DUE, finished: "2020-03-04", pauses: [["2020-03-05", null]] },
      ".iiEEEEEEEEEEE",
      "a pause after the end is none",
    ],
    ["C23", { status: "withdrawn", due: DUE, finished: "2020-03-04" }, ".iiRRRRRRRRRRR", "withdrawn in time"],
    ["C24", { status: "withdrawn", due: DUE, finished: "2020-03-09" }, ".iiiiiooRRRRRR", "withdrawn when overdue"],
    ["C25", { pauses: [["2020-03-04", "2020-03-06"]] }, ".uuppuuuuuuuuu", "undated and paused: counted as paused"],
    ["C26", { status: "registered", due: DUE }, "..............", "status 1 is outside every count"],
    [
      "C27",
      { status: "refused", due: DUE, finished: "2020-03-03" },
      "..............",
      "status 3 is outside every count",
    ],
    [
      "C28",
      { due: DUE, finished: "2020-03-12", pauses: [["2020-03-05", "2020-03-10"]] },
      ".iiipppppooLLL",
      "paused, overdue, late",
    ],
    [
      "C29",
      { dueAt: "2020-03-06T10:00:00", finishedAt: "2020-03-06T16:00:00" },
      ".iiiiLLLLLLLLL",
      "late by the moment on its due day",
    ],
  ])("%s: %j is %s: %s", (_id, written, expected) => {
    expect(life(written)).toBe(expected);
  });
});

describe("the day on which it counts as due", () => {
  it.each<[string, Written, string | null, boolean, string]>([
    ["D01", { due: DUE }, DUE, false, "open"],
    ["D02", { due: DUE, finished: "2020-03-03" }, DUE, true, "ended early: still due on the promised day"],
    ["D03", { due: DUE, finished: DUE }, DUE, true, "ended on it"],
    ["D04", { due: DUE, finished: "2020-03-07" }, DUE, false, "ended after it"],
    ["D05", {}, null, false, "undated"],
    ["D06", { finished: DUE }, null, false, "undated and resolved"],
    ["D07", { due: DUE, pauses: [["2020-03-06", null]] }, null, false, "paused over it, and still paused"],
    [
      "D08",
      { due: DUE, pauses: [["2020-03-06", "2020-03-10"]] },
      "2020-03-10",
      false,
      "due when the pause over it ends",
    ],
    ["D09", { due: DUE, pauses: [["2020-03-04", "2020-03-06"]] }, DUE, false, "taken up on the due day"],
    [
      "D10",
      { due: DUE, finished: "2020-03-09", pauses: [["2020-03-06", null]] },
      "2020-03-09",
      false,
      "ended while paused over it",
    ],
    ["D11", { status: "withdrawn", due: DUE, finished: "2020-03-05" }, null, false, "withdrawn before"],
    ["D12", { status: "withdrawn", due: DUE, finished: DUE }, null, false, "withdrawn on it"],
    [
      "D13",
      { status: "withdrawn", due: DUE, finished: "2020-03-07" },
      DUE,
      false,
      "withdrawn after it: the promise was broken",
    ],
    [
      "D14",
      { status: "withdrawn", due: DUE, finished: "2020-03-09", pauses: [["2020-03-05", null]] },
      null,
      false,
      "withdrawn while paused over it",
    ],
    ["D15", { due: DUE, pauses: [["2020-03-09", "2020-03-12"]] }, DUE, false, "a pause after it"],
    ["D16", { dueAt: "2020-03-06T10:00:00", finishedAt: "2020-03-06T10:00:01" }, DUE, false, "missed by the moment"],
    ["D17", { status: "registered", due: DUE }, null, false, "outside every count"],
  ])("%s: %j counts on %s, met %s: %s", (_id, written, expected, met) => {
    const timeline = deriveTimeline(dossier(written));
    expect(timeline.dueCountedOn).toBe(expected);
    expect(timeline.dueMet).toBe(met);
  });
});

describe("facts that contradict each other", () => {
  it.each<[string, Written]>([
    ["closedWithoutDay", { status: "resolved", due: DUE }],
    ["closedWithoutDay", { status: "handedOver", due: DUE }],
    ["closedWithoutDay", { status: "withdrawn", due: DUE }],
    ["finishedBeforeReceived", { due: DUE, finished: "2020-03-01" }],
    ["dueBeforeReceived", { due: "2020-03-01" }],
    ["pausedWithoutDay", { status: "awaitingSupplement", due: DUE }],
    ["pausedWithoutDay", { status: "awaitingPayment", due: DUE }],
    ["pausedWithoutDay", { status: "stopped", due: DUE }],
    ["pauseReversed", { due: DUE, pauses: [["2020-03-05", "2020-03-04"]] }],
    ["momentOnOtherDay", { due: DUE, dueAt: "2020-03-07T10:00:00" }],
    ["momentOnOtherDay", { due: DUE, finished: DUE, finishedAt: "2020-03-07T10:00:00" }],
  ])("are refused: %s for %j", (code, written) => {
    expect(() => deriveTimeline(dossier(written))).toThrow(expect.objectContaining({ name: "SlaError", code }));
  });

  it("a moment without its day is refused too", () => {
    const facts = { ...dossier({ dueAt: "2020-03-06T10:00:00" }), dueOn: null };
    expect(() => deriveTimeline(facts)).toThrow(expect.objectContaining({ code: "momentOnOtherDay" }));
  });

  it("are not asked about when the dossier is outside every count", () => {
    expect(deriveTimeline(dossier({ status: "refused", due: "2020-03-01", finished: "2020-02-01" })).counted).toBe(
      false,
    );
  });

  it("a finishing day left on a dossier that is open again says nothing", () => {
    const timeline = deriveTimeline(dossier({ status: "processing", due: DUE, finished: "2020-03-04" }));
    expect(timeline).toMatchObject({ closedOn: null, outcome: null });
  });
});
