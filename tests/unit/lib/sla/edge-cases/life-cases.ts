import {
  attributeDelay,
  checkPromise,
  classFromEvents,
  deriveTimeline,
  dueDayOf,
  factsOfCycle,
  replayEvents,
} from "@/lib/sla";
import { dossier } from "../support/dossier";
import { event } from "../support/events";
import { vietnam, day, DAYS, outcome, codeOf, cycleOf, month, LONG, DUE, type Case, OUR_RULE } from "./case";

const { received, paused, promised, resolved, reopened, transferred, plain } = event;

export const LIFE: readonly Case[] = [
  {
    id: 44,
    says: "extended before the due day counts for the profile that says so; afterwards, or shorter, for none",
    source: "one extension, asked for before expiry",
    got: () =>
      [
        promised("2020-03-05", "2020-03-10", "extension"),
        promised("2020-03-09", "2020-03-12", "extension"),
        promised("2020-03-04", "2020-03-05", "extension"),
      ].map((extension) => {
        const cycle = cycleOf(received("2020-03-02", DUE), extension);
        return [dueDayOf(cycle, "promised"), dueDayOf(cycle, "extended")];
      }),
    expected: [
      [DUE, "2020-03-10"],
      [DUE, DUE],
      [DUE, DUE],
    ],
  },
  {
    id: 45,
    says: "a pause and an extension after it",
    source: OUR_RULE,
    got: () => {
      const cycle = cycleOf(
        received("2020-03-02", DUE),
        paused("2020-03-05"),
        plain("resumed", "2020-03-09"),
        promised("2020-03-09", "2020-03-11", "afterPause"),
        promised("2020-03-11", "2020-03-20", "extension"),
      );
      return [dueDayOf(cycle, "promised"), dueDayOf(cycle, "extended")];
    },
    expected: ["2020-03-11", "2020-03-20"],
  },
  {
    id: 46,
    says: "the limit in force on the day of receipt is the one compared, whatever came after",
    source: OUR_RULE,
    got: () => [DAYS(4), DAYS(2)].map((limit) => checkPromise(dossier({ due: DUE }), vietnam, limit).finding),
    expected: ["asAllowed", "promisesMore"],
  },
  {
    id: 47,
    says: "withdrawn before or after the due day; a refusal on the merits is a result and counts",
    source: OUR_RULE,
    got: () => [
      ...["2020-03-05", "2020-03-09"].map(
        (finished) => deriveTimeline(dossier({ status: "withdrawn", due: DUE, finished })).dueCountedOn,
      ),
      deriveTimeline(dossier({ due: DUE, finished: DUE })).outcome,
    ],
    expected: [null, DUE, "onTime"],
  },
  {
    id: 48,
    says: "opened again after a result: the first verdict keeps its month",
    source: OUR_RULE,
    got: () => {
      const events = [
        received("2020-03-02", DUE),
        resolved("2020-03-05"),
        reopened("2020-04-01", "2020-04-03"),
        resolved("2020-04-06"),
      ];
      const cycles = replayEvents(events).cycles.map((cycle) => deriveTimeline(factsOfCycle(cycle, "promised")));
      return [cycles.map(({ closedOn, outcome }) => [closedOn, outcome]), classFromEvents(events, day("2020-03-31"))];
    },
    expected: [
      [
        ["2020-03-05", "early"],
        ["2020-04-06", "late"],
      ],
      "early",
    ],
  },
  {
    id: 49,
    says: "the end of processing closes it, not the day the citizen fetched the result",
    source: "ngày kết thúc xử lý",
    got: () => cycleOf(received("2020-03-02", DUE), resolved(DUE), plain("handedOver", "2020-05-06")).finishedOn,
    expected: DUE,
  },
  {
    id: 50,
    says: "closed without a result, struck out later: flagged, and overdue since",
    source: "«kết thúc khi chưa có kết quả»",
    got: () => {
      const events = [
        received("2020-03-02", DUE),
        resolved("2020-03-05", false),
        plain("resolutionVoided", "2020-03-10"),
      ];
      return [
        replayEvents(events).flags.map(({ code }) => code),
        classFromEvents(events, day("2020-03-09")),
        classFromEvents(events, day("2020-03-10")),
      ];
    },
    expected: [["closedWithoutResult", "resolutionVoided"], "early", "overdue"],
  },
  {
    id: 51,
    says: "facts that cannot be are refused with a code, a missing due day is not",
    source: OUR_RULE,
    got: () => [
      codeOf(() => outcome({ finished: "2020-03-01" })),
      codeOf(() => outcome({ due: "2020-03-01" })),
      outcome({ finished: "2020-03-05" }),
    ],
    expected: ["finishedBeforeReceived", "dueBeforeReceived", "undated"],
  },
  {
    id: 52,
    says: "lateness belongs to the step that used up the time; steps need not add up to the whole",
    source: "linked procedures",
    got: () => {
      const account = attributeDelay(
        vietnam,
        [
          { unitId: 1, startedOn: day("2020-03-02"), endedOn: day("2020-03-05"), dueOn: day("2020-03-04") },
          { unitId: 2, startedOn: day("2020-03-06"), endedOn: day("2020-03-16"), dueOn: day("2020-03-10") },
        ],
        day("2020-03-31"),
      );
      return [
        account.responsible?.unitId,
        account.steps.map(({ workingDaysOver }) => workingDaysOver),
        account.workingDaysBetweenSteps,
      ];
    },
    expected: [2, [1, 4], 1],
  },
  {
    id: 53,
    says: "who handles it is kept beside who received it",
    source: OUR_RULE,
    got: () => replayEvents([received("2020-03-02", DUE, 1), transferred("2020-03-03", 2)]).handledBy,
    expected: [
      { unitId: 1, from: "2020-03-02" },
      { unitId: 2, from: "2020-03-03" },
    ],
  },
  {
    id: 54,
    says: "the same facts give the same verdict; a late correction changes the month it belongs to",
    source: OUR_RULE,
    got: () => [
      [1, 2].map(() => deriveTimeline(dossier(LONG)).outcome),
      month("03", LONG).late,
      month("03", { ...LONG, due: "2020-03-10" }).late,
    ],
    expected: [["late", "late"], 1, 0],
  },
];
