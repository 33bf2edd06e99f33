import {
  addTallies,
  attributionDay,
  deriveTimeline,
  displayBp,
  emptyTally,
  FORMULAS,
  isDueSoon,
  meetsTarget,
  sharedRanks,
  sharesOf,
  tallyOf,
} from "@/lib/sla";
import { dossier } from "../support/dossier";
import { vietnam, day, outcome, on, month, LONG, DUE, type Case, OUR_RULE } from "./case";

export const COUNTING: readonly Case[] = [
  {
    id: 55,
    says: "before, on and after the promised day are early, on time, late, and nothing between",
    source: OUR_RULE,
    got: () => ["2020-03-05", DUE, "2020-03-07"].map((finished) => outcome({ due: DUE, finished })),
    expected: ["early", "onTime", "late"],
  },
  {
    id: 56,
    says: "due soon within two working days, the second included",
    source: OUR_RULE,
    got: () =>
      ["2020-03-09", "2020-03-10"].map((text) =>
        isDueSoon(deriveTimeline(dossier({ due: text })), vietnam, day("2020-03-05"), 2),
      ),
    expected: [true, false],
  },
  {
    id: 57,
    says: "any past day can be asked again",
    source: OUR_RULE,
    got: () => ["2020-01-19", "2020-02-20", "2020-02-21", "2020-03-10"].map((asOf) => on(LONG, asOf)),
    expected: [null, "inTime", "overdue", "late"],
  },
  {
    id: 58,
    says: "it becomes overdue by the calendar alone, without an event",
    source: OUR_RULE,
    got: () => [DUE, "2020-03-07"].map((asOf) => on({ due: DUE }, asOf)),
    expected: ["inTime", "overdue"],
  },
  {
    id: 59,
    says: "what was there and what came is what went and what is left",
    source: "form II.06a",
    got: () =>
      ["01", "02", "03"].map((number) => {
        const { carriedOver, receivedDirect, late, open } = month(number, LONG);
        return carriedOver + receivedDirect - late - open;
      }),
    expected: [0, 0, 0],
  },
  {
    id: 60,
    says: "received in January, due in February, finished in March: once on each basis",
    source: OUR_RULE,
    got: () =>
      (["received", "due", "finished"] as const).map((basis) => attributionDay(deriveTimeline(dossier(LONG)), basis)),
    expected: ["2020-01-20", "2020-02-20", "2020-03-10"],
  },
  {
    id: 61,
    says: "open and overdue is in the denominator of what was due",
    source: "Vĩnh Phúc's formula",
    got: () => FORMULAS.due.rateOf(month("02", LONG)),
    expected: { ok: 0, of: 1 },
  },
  {
    id: 62,
    says: "nothing to count is neither 0 % nor 100 %, and has no rank",
    source: OUR_RULE,
    got: () => [FORMULAS.resolved.rateOf(emptyTally()), sharedRanks([null, { ok: 0, of: 1 }])],
    expected: [null, [null, 1]],
  },
  {
    id: 63,
    says: "19 of 20 reaches 95 % and does not exceed it; 94,996 % does not reach it",
    source: "«tối thiểu 95%», «trên 95%»",
    got: () => [
      meetsTarget({ ok: 19, of: 20 }, { thresholdBp: 9500, mustExceed: false }),
      meetsTarget({ ok: 19, of: 20 }, { thresholdBp: 9500, mustExceed: true }),
      displayBp({ ok: 94_996, of: 100_000 }, { thresholdBp: 9500, mustExceed: false }),
    ],
    expected: [true, false, 9499],
  },
  {
    id: 64,
    says: "shares add up to 100,00",
    source: "largest remainder",
    got: () => sharesOf([1, 1, 1]),
    expected: [3334, 3333, 3333],
  },
  {
    id: 65,
    says: "equal rates of unequal size share a rank",
    source: "official rankings",
    got: () =>
      sharedRanks([
        { ok: 19, of: 20 },
        { ok: 950, of: 1000 },
        { ok: 1, of: 2 },
      ]),
    expected: [1, 1, 3],
  },
  {
    id: 66,
    says: "a sum of parts is the recount of the whole",
    source: OUR_RULE,
    got: () => {
      const dossiers = [LONG, { due: DUE }, { received: "2020-03-03", finished: "2020-03-04" }].map((written) => ({
        timeline: deriveTimeline(dossier(written)),
        channel: "postal" as const,
      }));
      const period = { from: day("2020-03-01"), to: day("2020-03-31") };
      const parts = dossiers.map((one) => tallyOf([one], period)).reduce(addTallies, emptyTally());
      return JSON.stringify(parts) === JSON.stringify(tallyOf(dossiers, period));
    },
    expected: true,
  },
];
