import { describe, expect, it } from "vitest";
import {
  classFromEvents,
  type DossierEvent,
  deriveTimeline,
  dueDayOf,
  factsOfCycle,
  parseDay,
  parseMoment,
  replayEvents,
  supplementRequests,
} from "@/lib/sla";
import { event } from "./support/events";

const { received, paused, promised, resolved, reopened, transferred, plain } = event;

function outcomes(...events: DossierEvent[]) {
  return replayEvents(events).cycles.map((cycle) => deriveTimeline(factsOfCycle(cycle, "promised")).outcome);
}

function flags(...events: DossierEvent[]) {
  return replayEvents(events).flags.map(({ code }) => code);
}

describe("the life of a dossier from its events", () => {
  it.each<[string, DossierEvent[], unknown[]]>([
    ["nothing happened yet", [], []],
    ["received and open", [received("2020-03-02", "2020-03-06")], [null]],
    ["resolved in time", [received("2020-03-02", "2020-03-06"), resolved("2020-03-05")], ["early"]],
    ["resolved late", [received("2020-03-02", "2020-03-06"), resolved("2020-03-09")], ["late"]],
    ["withdrawn", [received("2020-03-02", "2020-03-06"), plain("withdrawn", "2020-03-09")], ["returned"]],
    ["handed back", [received("2020-03-02", "2020-03-06"), plain("returned", "2020-03-09")], ["returned"]],
    ["refused at the desk", [plain("refused", "2020-03-02")], [null]],
    ["refused after it was taken in", [received("2020-03-02", "2020-03-06"), plain("refused", "2020-03-03")], [null]],
    [
      "opened again after a result",
      [
        received("2020-03-02", "2020-03-06"),
        resolved("2020-03-05"),
        reopened("2020-04-01", "2020-04-03"),
        resolved("2020-04-06"),
      ],
      ["early", "late"],
    ],
    [
      "fetched by the citizen long after",
      [received("2020-03-02", "2020-03-06"), resolved("2020-03-06"), plain("handedOver", "2020-05-06")],
      ["onTime"],
    ],
    [
      "closed without a result, struck out, resolved in the end",
      [
        received("2020-03-02", "2020-03-06"),
        resolved("2020-03-05", false),
        plain("resolutionVoided", "2020-03-10"),
        resolved("2020-03-12"),
      ],
      ["late"],
    ],
  ])("%s", (_what, events, expected) => {
    expect(outcomes(...events)).toEqual(expected);
  });

  it("pauses run from day to day, and every request for a supplement is counted", () => {
    const { cycles, flags: found } = replayEvents([
      received("2020-03-02", "2020-03-06"),
      paused("2020-03-03"),
      plain("resumed", "2020-03-04"),
      paused("2020-03-05"),
      plain("resumed", "2020-03-09"),
      paused("2020-03-10", "awaitingPayment"),
    ]);
    const [cycle] = cycles;
    expect(found).toEqual([]);
    expect(cycle?.status).toBe("awaitingPayment");
    expect(cycle?.pauses.map(({ from, until }) => [from, until])).toEqual([
      ["2020-03-03", "2020-03-04"],
      ["2020-03-05", "2020-03-09"],
      ["2020-03-10", null],
    ]);
    expect(cycle && supplementRequests(cycle)).toBe(2);
  });

  it("keeps who handled it, and from when", () => {
    const life = replayEvents([
      received("2020-03-02", "2020-03-06", 7),
      transferred("2020-03-04", 9),
      resolved("2020-03-05"),
      plain("handedOver", "2020-03-08"),
    ]);
    expect(life.handledBy).toEqual([
      { unitId: 7, from: "2020-03-02" },
      { unitId: 9, from: "2020-03-04" },
    ]);
    expect(life.handedOverOn).toBe("2020-03-08");
  });

  it("knows no unit when none was named", () => {
    expect(replayEvents([received("2020-03-02", "2020-03-06")]).handledBy).toEqual([]);
  });

  it("keeps the promised moment until another day is promised", () => {
    const first: DossierEvent = {
      kind: "received",
      on: parseDay("2020-03-02"),
      at: parseMoment("2020-03-02T08:00:00"),
      dueOn: parseDay("2020-03-02"),
      dueAt: parseMoment("2020-03-02T17:00:00"),
      unitId: null,
    };
    const [plainCycle] = replayEvents([first]).cycles;
    const [extended] = replayEvents([first, promised("2020-03-02", "2020-03-04", "extension")]).cycles;
    expect(plainCycle && factsOfCycle(plainCycle, "promised")).toMatchObject({
      receivedAt: "2020-03-02T08:00:00",
      dueAt: "2020-03-02T17:00:00",
    });
    expect(extended && factsOfCycle(extended, "promised").dueAt).toBe("2020-03-02T17:00:00");
    expect(extended && factsOfCycle(extended, "extended")).toMatchObject({ dueOn: "2020-03-04", dueAt: null });
  });
});

describe("a new promise", () => {
  const base = received("2020-03-02", "2020-03-06");

  it.each<[string, DossierEvent[], string, string, string[]]>([
    [
      "extended before the due day",
      [promised("2020-03-05", "2020-03-10", "extension")],
      "2020-03-06",
      "2020-03-10",
      [],
    ],
    ["extended on the due day", [promised("2020-03-06", "2020-03-10", "extension")], "2020-03-06", "2020-03-10", []],
    [
      "extended when it had passed",
      [promised("2020-03-07", "2020-03-10", "extension")],
      "2020-03-06",
      "2020-03-06",
      ["promiseAfterDue"],
    ],
    [
      "shortened",
      [promised("2020-03-04", "2020-03-05", "extension")],
      "2020-03-06",
      "2020-03-06",
      ["promiseShortened"],
    ],
    ["the same day again", [promised("2020-03-04", "2020-03-06", "extension")], "2020-03-06", "2020-03-06", []],
    [
      "extended twice",
      [promised("2020-03-05", "2020-03-10", "extension"), promised("2020-03-09", "2020-03-12", "extension")],
      "2020-03-06",
      "2020-03-12",
      ["extendedTwice"],
    ],
    [
      "extended twice, the second time too late",
      [promised("2020-03-05", "2020-03-10", "extension"), promised("2020-03-11", "2020-03-12", "extension")],
      "2020-03-06",
      "2020-03-10",
      ["promiseAfterDue", "extendedTwice"],
    ],
    [
      "after a pause over the due day",
      [paused("2020-03-05"), promised("2020-03-16", "2020-03-18", "afterPause"), plain("resumed", "2020-03-16")],
      "2020-03-18",
      "2020-03-18",
      [],
    ],
    [
      "after a pause, a day too late",
      [paused("2020-03-05"), plain("resumed", "2020-03-16"), promised("2020-03-17", "2020-03-18", "afterPause")],
      "2020-03-06",
      "2020-03-06",
      ["promiseAfterDue"],
    ],
    [
      "after a pause, then extended",
      [
        paused("2020-03-05"),
        plain("resumed", "2020-03-09"),
        promised("2020-03-09", "2020-03-11", "afterPause"),
        promised("2020-03-11", "2020-03-20", "extension"),
      ],
      "2020-03-11",
      "2020-03-20",
      [],
    ],
  ])("%s", (_what, events, onReceipt, extended, expectedFlags) => {
    const life = replayEvents([base, ...events]);
    const [cycle] = life.cycles;
    expect(cycle?.originalDueOn).toBe("2020-03-06");
    expect(cycle && dueDayOf(cycle, "promised")).toBe(onReceipt);
    expect(cycle && dueDayOf(cycle, "extended")).toBe(extended);
    expect(life.flags.map(({ code }) => code)).toEqual(expectedFlags);
  });

  it("to a dossier that had none is accepted", () => {
    const [cycle] = replayEvents([received("2020-03-02"), promised("2020-03-05", "2020-03-10", "extension")]).cycles;
    expect(cycle && dueDayOf(cycle, "promised")).toBeNull();
    expect(cycle && dueDayOf(cycle, "extended")).toBe("2020-03-10");
  });
});

describe("events that make no sense where they stand", () => {
  const base = received("2020-03-02", "2020-03-06");

  it.each<[string, DossierEvent[]]>([
    ["a resumption without a pause", [base, plain("resumed", "2020-03-03")]],
    ["a pause within a pause", [base, paused("2020-03-03"), paused("2020-03-04", "stopped")]],
    ["received twice", [base, received("2020-03-04", "2020-03-09")]],
    ["resolved twice", [base, resolved("2020-03-03"), resolved("2020-03-04")]],
    ["opened again while open", [base, reopened("2020-03-03")]],
    ["opened again after withdrawal", [base, plain("withdrawn", "2020-03-03"), reopened("2020-03-04")]],
    ["struck out while open", [base, plain("resolutionVoided", "2020-03-03")]],
    ["handed over while open", [base, plain("handedOver", "2020-03-03")]],
    ["paused after its end", [base, resolved("2020-03-03"), paused("2020-03-04")]],
    ["resolved after a refusal", [plain("refused", "2020-03-02"), resolved("2020-03-04")]],
    ["resolved before it came", [resolved("2020-03-04")]],
    ["transferred after its end", [base, resolved("2020-03-03"), transferred("2020-03-04", 4)]],
  ])("%s", (_what, events) => {
    expect(flags(...events)).toEqual(["outOfPlace"]);
  });

  it("a close without a result is reported, and so is its correction", () => {
    expect(flags(base, resolved("2020-03-03", false), plain("resolutionVoided", "2020-03-05"))).toEqual([
      "closedWithoutResult",
      "resolutionVoided",
    ]);
  });

  it("struck out during a pause, it is paused again", () => {
    const [cycle] = replayEvents([
      base,
      paused("2020-03-03", "stopped"),
      resolved("2020-03-04"),
      plain("resolutionVoided", "2020-03-05"),
    ]).cycles;
    expect(cycle).toMatchObject({ status: "stopped", finishedOn: null, finishedAt: null });
  });
});

describe("the class on a day, as it was known then", () => {
  const events = [
    received("2020-03-02", "2020-03-06"),
    resolved("2020-03-05", false),
    plain("resolutionVoided", "2020-03-10"),
    resolved("2020-03-12"),
    reopened("2020-04-01", "2020-04-03"),
  ];

  it.each([
    ["2020-03-01", null],
    ["2020-03-04", "inTime"],
    ["2020-03-09", "early"],
    ["2020-03-10", "overdue"],
    ["2020-03-12", "late"],
    ["2020-03-31", "late"],
    ["2020-04-01", "inTime"],
    ["2020-04-04", "overdue"],
  ])("%s: %s", (day, expected) => {
    expect(classFromEvents(events, parseDay(day))).toBe(expected);
  });

  it("depends on the due day that the profile counts", () => {
    const extended = [received("2020-03-02", "2020-03-06"), promised("2020-03-05", "2020-03-10", "extension")];
    expect(classFromEvents(extended, parseDay("2020-03-09"))).toBe("overdue");
    expect(classFromEvents(extended, parseDay("2020-03-09"), "extended")).toBe("inTime");
    expect(classFromEvents(extended, parseDay("2020-03-11"), "extended")).toBe("overdue");
  });
});

describe("a new day promised on the first overdue day", () => {
  const life = (...pauses: DossierEvent[]) =>
    flags(received("2020-03-02", "2020-03-06"), ...pauses, promised("2020-03-07", "2020-03-20", "afterPause"));

  it("comes too late, also after a pause that ended long before, but not on the day a pause over the due day ends", () => {
    expect(life()).toEqual(["promiseAfterDue"]);
    expect(life(paused("2020-03-03"), plain("resumed", "2020-03-04"))).toEqual(["promiseAfterDue"]);
    expect(life(paused("2020-03-05"), plain("resumed", "2020-03-07"))).toEqual([]);
  });
});
