import { computeDueAfterPauses, computeDueMoment, FORMULAS, parseMoment, replayEvents } from "@/lib/sla";
import { pause } from "../support/dossier";
import { event } from "../support/events";
import { vietnam, day, on, cycleOf, month, DUE, type Case, OUR_RULE } from "./case";

const { received, paused, plain } = event;

const eightHours = (...pauses: [string, string][]) =>
  computeDueMoment(
    vietnam,
    parseMoment("2020-03-02T08:00:00"),
    8 * 3600,
    pauses.map(([from, until]) => ({ from: parseMoment(`2020-03-${from}`), until: parseMoment(`2020-03-${until}`) })),
  ).dueAt;
const threeDays = (...pauses: (readonly [string, string | null])[]) =>
  computeDueAfterPauses(vietnam, day("2020-03-02"), 3, pauses.map(pause));
export const PAUSES: readonly Case[] = [
  {
    id: 34,
    says: "a pause outside working time moves nothing",
    source: OUR_RULE,
    got: () => [eightHours(["02T17:00:00", "03T07:00:00"]), threeDays(["2020-03-07", "2020-03-09"]).dueOn],
    expected: ["2020-03-03T08:00:00", "2020-03-05"],
  },
  {
    id: 35,
    says: "a pause over a weekend adds only its working time",
    source: OUR_RULE,
    got: () => threeDays(["2020-03-05", "2020-03-10"]).dueOn,
    expected: "2020-03-10",
  },
  {
    id: 36,
    says: "a pause begun in lunch and ended on a Sunday",
    source: OUR_RULE,
    got: () => eightHours(["02T12:00:00", "08T12:00:00"]),
    expected: "2020-03-09T11:30:00",
  },
  {
    id: 37,
    says: "overlapping, nested, doubled pauses count once; an end without a beginning is flagged",
    source: OUR_RULE,
    got: () => [
      threeDays(["2020-03-03", "2020-03-05"], ["2020-03-04", "2020-03-05"], ["2020-03-03", "2020-03-05"]).dueOn,
      replayEvents([received("2020-03-02"), plain("resumed", "2020-03-03")]).flags.map(({ code }) => code),
      threeDays(["2020-03-04", null]),
    ],
    expected: ["2020-03-09", ["outOfPlace"], { dueOn: null, workingDaysLeft: 2 }],
  },
  {
    id: 38,
    says: "paused now is paused, never overdue",
    source: "portal statuses 5, 6, 8",
    got: () => on({ due: DUE, pauses: [["2020-03-05", null]] }, "2020-12-31"),
    expected: "paused",
  },
  {
    id: 39,
    says: "a pause begun after the due day cures nothing",
    source: OUR_RULE,
    got: () => on({ due: DUE, pauses: [["2020-03-09", null]] }, "2020-03-10"),
    expected: "overdue",
  },
  {
    id: 40,
    says: "a pause begun on the due day stops the clock; at the very due moment it comes too late",
    source: OUR_RULE,
    got: () => [on({ due: DUE, pauses: [[DUE, null]] }, "2020-03-10"), eightHours(["03T08:00:00", "04T08:00:00"])],
    expected: ["paused", "2020-03-03T08:00:00"],
  },
  {
    id: 41,
    says: "each request for a supplement is counted",
    source: "complaint about repeated requests",
    got: () =>
      cycleOf(received("2020-03-02", DUE), paused("2020-03-03"), plain("resumed", "2020-03-04"), paused("2020-03-05"))
        .pauses.length,
    expected: 2,
  },
  {
    id: 42,
    says: "never supplemented and handed back: returned, in no rate but form 06a",
    source: "form II.06a",
    got: () => {
      const tally = month("03", {
        status: "withdrawn",
        due: DUE,
        finished: "2020-03-20",
        pauses: [["2020-03-04", null]],
      });
      return [tally.returned, tally.due, FORMULAS.resolved.rateOf(tally), FORMULAS.form06a.rateOf(tally)];
    },
    expected: [1, 0, null, { ok: 1, of: 1 }],
  },
  {
    id: 43,
    says: "pauses of nothing, of seconds, two within a minute",
    source: OUR_RULE,
    got: () =>
      eightHours(["02T09:00:00", "02T09:00:00"], ["02T09:00:10", "02T09:00:20"], ["02T09:00:30", "02T09:00:45"]),
    expected: "2020-03-03T08:00:25",
  },
];
