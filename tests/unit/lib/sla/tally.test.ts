import { describe, expect, it } from "vitest";
import {
  addTallies,
  checkIdentities,
  deriveTimeline,
  emptyTally,
  FORMULA_IDS,
  FORMULAS,
  parseDay,
  received,
  resolvedTotal,
  TALLY_FIELDS,
  type Tally,
  tallyOf,
} from "@/lib/sla";
import { dossier, type Written } from "./support/dossier";

const MARCH = { from: parseDay("2020-03-01"), to: parseDay("2020-03-31") };

function only(counts: Partial<Tally>): Tally {
  return { ...emptyTally(), ...counts };
}

function march(...written: Written[]): Tally {
  return tallyOf(
    written.map((facts) => ({ timeline: deriveTimeline(dossier(facts)), channel: "online" as const })),
    MARCH,
  );
}

describe("what one dossier contributes to March 2020", () => {
  it.each<[string, Written, Partial<Tally>, string]>([
    [
      "T01",
      { due: "2020-03-06", finished: "2020-03-05" },
      { receivedOnline: 1, early: 1, due: 1, dueMet: 1 },
      "came and went",
    ],
    ["T02", { due: "2020-03-06" }, { receivedOnline: 1, open: 1, overdue: 1, due: 1 }, "still open on 31 March"],
    ["T03", { due: "2020-03-31" }, { receivedOnline: 1, open: 1, inTime: 1, due: 1 }, "due on the last day"],
    ["T04", { due: "2020-04-01" }, { receivedOnline: 1, open: 1, inTime: 1 }, "due the day after"],
    [
      "T05",
      { due: "2020-04-01", finished: "2020-03-31" },
      { receivedOnline: 1, early: 1 },
      "due in April, ended in March",
    ],
    [
      "T06",
      { received: "2020-02-29", due: "2020-03-06", finished: "2020-03-06" },
      { carriedOver: 1, onTime: 1, due: 1, dueMet: 1 },
      "carried over",
    ],
    [
      "T07",
      { received: "2020-02-10", due: "2020-02-20", finished: "2020-03-01" },
      { carriedOver: 1, late: 1 },
      "ended on the first day: still carried over",
    ],
    ["T08", { received: "2020-02-10", due: "2020-02-20", finished: "2020-02-29" }, {}, "ended the day before"],
    ["T09", { received: "2020-04-01", due: "2020-04-05" }, {}, "not there yet"],
    [
      "T10",
      { received: "2020-03-31", due: "2020-03-31", finished: "2020-03-31" },
      { receivedOnline: 1, onTime: 1, due: 1, dueMet: 1 },
      "all on the last day",
    ],
    [
      "T11",
      { due: "2020-03-30", finished: "2020-04-02" },
      { receivedOnline: 1, open: 1, overdue: 1, due: 1 },
      "ended in April: open at the end of March",
    ],
    ["T12", {}, { receivedOnline: 1, open: 1, openUndated: 1 }, "undated"],
    ["T13", { finished: "2020-03-09" }, { receivedOnline: 1, resolvedUndated: 1 }, "undated, resolved"],
    [
      "T14",
      { pauses: [["2020-03-09", null]] },
      { receivedOnline: 1, open: 1, paused: 1 },
      "undated and paused counts as paused",
    ],
    [
      "T15",
      { due: "2020-03-10", pauses: [["2020-03-09", null]] },
      { receivedOnline: 1, open: 1, paused: 1 },
      "paused over its due day",
    ],
    [
      "T16",
      { status: "withdrawn", due: "2020-03-10", finished: "2020-03-09" },
      { receivedOnline: 1, returned: 1 },
      "withdrawn before it was due",
    ],
    [
      "T17",
      { status: "withdrawn", due: "2020-03-10", finished: "2020-03-11" },
      { receivedOnline: 1, returned: 1, due: 1 },
      "withdrawn after",
    ],
    ["T18", { status: "registered" }, {}, "status 1"],
    ["T19", { status: "refused", finished: "2020-03-03" }, {}, "status 3"],
  ])("%s: %j contributes %j: %s", (_id, written, expected) => {
    expect(march(written)).toEqual(only(expected));
  });

  it("is counted under its channel", () => {
    const timeline = deriveTimeline(dossier({ due: "2020-03-06" }));
    const tally = tallyOf(
      (["direct", "postal", "postal"] as const).map((channel) => ({ timeline, channel })),
      MARCH,
    );
    expect(tally).toMatchObject({ receivedDirect: 1, receivedOnline: 0, receivedPostal: 2 });
    expect(received(tally)).toBe(3);
  });

  it("a period that ends before it begins is refused", () => {
    expect(() => tallyOf([], { from: MARCH.to, to: MARCH.from })).toThrow(
      expect.objectContaining({ code: "periodReversed" }),
    );
    expect(tallyOf([], { from: MARCH.to, to: MARCH.to })).toEqual(emptyTally());
  });
});

describe("a tally", () => {
  const numbered: Tally = Object.assign(
    emptyTally(),
    Object.fromEntries(TALLY_FIELDS.map((field, index) => [field, index + 1])),
  );

  it("is added field by field", () => {
    expect(addTallies(numbered, emptyTally())).toEqual(numbered);
    expect(addTallies(numbered, numbered)).toEqual(
      Object.fromEntries(TALLY_FIELDS.map((field, index) => [field, 2 * (index + 1)])),
    );
  });

  it("sums what was resolved with a result", () => {
    expect(resolvedTotal(only({ early: 1, onTime: 2, late: 4, resolvedUndated: 8, returned: 16 }))).toBe(15);
  });

  const sound = only({
    receivedDirect: 5,
    receivedOnline: 4,
    receivedPostal: 1,
    carriedOver: 3,
    early: 2,
    onTime: 1,
    late: 1,
    resolvedUndated: 1,
    returned: 1,
    open: 7,
    inTime: 3,
    paused: 2,
    overdue: 1,
    openUndated: 1,
    due: 4,
    dueMet: 4,
  });

  it("adds up, or names the cell that does not", () => {
    expect(checkIdentities(sound)).toEqual([]);
    expect(checkIdentities({ ...sound, late: 2 })).toEqual([
      { identity: "open", field: "open", actual: 7, expected: 6 },
    ]);
    expect(checkIdentities({ ...sound, paused: 3 })).toEqual([
      { identity: "openClasses", field: "open", actual: 7, expected: 8 },
    ]);
    expect(checkIdentities({ ...sound, due: 3 })).toEqual([
      { identity: "dueMet", field: "dueMet", actual: 4, expected: 3 },
    ]);
    expect(checkIdentities({ ...sound, due: 4.5 })).toEqual([
      { identity: "counts", field: "due", actual: 4.5, expected: 0 },
    ]);
    expect(checkIdentities({ ...sound, early: -1, onTime: 4 })).toEqual([
      { identity: "counts", field: "early", actual: -1, expected: 0 },
    ]);
  });

  it.each([
    "receivedDirect",
    "receivedOnline",
    "receivedPostal",
    "carriedOver",
    "early",
    "onTime",
    "resolvedUndated",
    "returned",
    "inTime",
    "overdue",
    "openUndated",
  ] as const)("one dossier more in %s breaks an identity", (field) => {
    expect(checkIdentities({ ...sound, [field]: sound[field] + 1 })).toHaveLength(1);
  });
});

describe("the formula profiles", () => {
  const tally = only({
    receivedDirect: 60,
    receivedOnline: 30,
    receivedPostal: 5,
    carriedOver: 5,
    early: 40,
    onTime: 20,
    late: 10,
    resolvedUndated: 3,
    returned: 2,
    open: 25,
    overdue: 4,
    due: 70,
    dueMet: 58,
  });

  it.each([
    ["resolved", { ok: 60, of: 70 }],
    ["handled", { ok: 86, of: 100 }],
    ["due", { ok: 58, of: 70 }],
    ["form06a", { ok: 65, of: 75 }],
  ] as const)("%s: %j", (id, expected) => {
    expect(FORMULAS[id].rateOf(tally)).toEqual(expected);
  });

  it("carry their name and version, and count nothing as nothing", () => {
    for (const id of FORMULA_IDS) {
      expect(FORMULAS[id]).toMatchObject({ id, version: 1 });
      expect(FORMULAS[id].rateOf(emptyTally())).toBeNull();
    }
  });

  it("a single dossier is enough to be counted", () => {
    expect(FORMULAS.resolved.rateOf(only({ late: 1 }))).toEqual({ ok: 0, of: 1 });
    expect(FORMULAS.handled.rateOf(only({ carriedOver: 1, overdue: 1 }))).toEqual({ ok: 0, of: 1 });
    expect(FORMULAS.form06a.rateOf(only({ returned: 1 }))).toEqual({ ok: 1, of: 1 });
  });

  it("Tây Sơn, ten months of 2020: 17.993 of 19.150", () => {
    expect(FORMULAS.resolved.rateOf(only({ early: 12_000, onTime: 5993, late: 1157 }))).toEqual({
      ok: 17_993,
      of: 19_150,
    });
  });
});
