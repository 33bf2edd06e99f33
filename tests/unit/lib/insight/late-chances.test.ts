import { describe, expect, test } from "vitest";
import {
  CHANCE_MODEL,
  Experience,
  FEWEST_SEEN,
  type KnownLife,
  type LateChance,
  type OpenGroup,
} from "@/lib/insight/late-chances";
import { addDays, parseDay } from "@/lib/sla";
import { vietnameseCalendar } from "../sla/support/calendars";

const CALENDAR_2020 = vietnameseCalendar();

const AS_OF = parseDay("2020-10-30");
const RECEIVED = parseDay("2020-09-01");
const calendarOf = () => CALENDAR_2020;

/** Dossiers of a procedure that ended so many days after the promised one. */
function lives(unitId: number, after: number, count: number = 10): KnownLife[] {
  const dueOn = parseDay("2020-09-15");
  const outcome = after > 0 ? "late" : after === 0 ? "onTime" : "early";
  const life = {
    procedureId: 1,
    unitId,
    receivedOn: RECEIVED,
    dueOn,
    closedOn: addDays(dueOn, after),
    outcome,
    pausedSpans: [],
  } as const;
  return new Array<KnownLife>(count).fill(life);
}

function chances(open: readonly OpenGroup[], known: readonly KnownLife[]): LateChance[] {
  const experience = new Experience(calendarOf, AS_OF);
  for (const life of known) experience.add(life);
  return open.map((group) => experience.chanceOf(group));
}

const open = (unitId: number): OpenGroup => ({ unitId, procedureId: 1, dueOn: parseDay("2020-11-04") });

describe("how likely open dossiers are to become late", () => {
  test("a unit that was always late is likelier to be late than one that never was", () => {
    const [worse, better] = chances([open(7), open(8)], [...lives(7, 5), ...lives(8, -1)]);
    expect(worse?.chance).toBeGreaterThan(0.5);
    expect(better?.chance).toBeLessThan(0.5);
  });

  test("is told of single dossiers only where enough of the procedure were seen so many days before", () => {
    const [one] = chances([open(7)], lives(8, 2, FEWEST_SEEN - 1));
    const [other] = chances([open(7)], lives(8, 2, FEWEST_SEEN));
    expect([one?.isThin, other?.isThin]).toEqual([true, false]);
    const unknown = chances([open(7)], []);
    expect(unknown).toMatchObject([{ chance: 1, isThin: true }]);
  });

  test("dossiers that are still open themselves tell of the days behind them, not of those ahead", () => {
    const twins = lives(7, 0, FEWEST_SEEN).map((life) => ({ ...life, ...open(7), closedOn: null, outcome: null }));
    expect(chances([open(7)], twins)).toMatchObject([{ isThin: true }]);
  });

  test("lives that nothing tells apart count as often as they are told", () => {
    const one = new Experience(calendarOf, AS_OF);
    const many = new Experience(calendarOf, AS_OF);
    for (const [after, count] of [
      [-3, 12],
      [0, 9],
      [4, 7],
    ] as const) {
      for (const life of lives(7, after, count)) many.add(life);
      for (const life of lives(7, after, 1)) one.add(life, count);
    }
    expect(one.chanceOf(open(7))).toEqual(many.chanceOf(open(7)));
  });

  // When this fails because the model is another, raise CHANCE_MODEL with it: chances that are kept follow the number.
  test("the model of this number gives these chances", () => {
    const known = [...lives(7, -3, 12), ...lives(7, 4, 7), ...lives(8, 0, 9), ...lives(8, 6, 2)];
    const found = chances([open(7), open(8), open(9)], known).map(({ chance }) => chance.toFixed(6));
    expect({ model: CHANCE_MODEL, found }).toEqual({ model: 1, found: ["0.306743", "0.287201", "0.300000"] });
  });
});
