/**
 * Compares the engine with loops over days and minutes that know no sums, on random cases; prints the differences.
 * Exit code 1 when there are any.
 *
 *     npx tsx scripts/compare-engine.ts [--cases 1000000] [--seed 20201031]
 */
import { parseArgs } from "node:util";
import {
  addDays,
  type CalendarDay,
  compileCalendar,
  computeDueAfterPauses,
  computeDueDay,
  fromDayNumber,
  makeMoment,
  OFFICE_HOURS,
  type Pause,
  parseDay,
  toDayNumber,
  type WorkingCalendar,
  workingDaysBetween,
} from "@/lib/sla";
import { NaiveCalendar } from "../tests/unit/lib/sla/support/naive-calendar";

const FIRST = toDayNumber(parseDay("2018-06-01"));
const DAYS = 1500;
const CASES_PER_CALENDAR = 2000;
const MAX_SHOWN = 20;

/** The same numbers for the same seed: mulberry32. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Pair = { readonly compiled: WorkingCalendar; readonly naive: NaiveCalendar };

function randomCalendar(random: (below: number) => number): Pair {
  const pick = (count: number): CalendarDay[] =>
    Array.from({ length: count }, () => fromDayNumber(FIRST + random(DAYS)));
  const off = new Set<CalendarDay>(pick(random(60)));
  const worked = new Set<CalendarDay>(pick(random(20)).filter((day) => !off.has(day)));
  const row = (day: CalendarDay, kind: "off" | "work") => ({ day, kind, name: "random", basis: "random" });
  const entries = [...[...off].map((day) => row(day, "off")), ...[...worked].map((day) => row(day, "work"))];
  return {
    compiled: compileCalendar({ version: 1, firstYear: 2018, lastYear: 2023, entries }),
    naive: new NaiveCalendar(off, worked, OFFICE_HOURS),
  };
}

/** [question, the engine's answer, the loop's answer] */
type Answer = readonly [string, unknown, unknown];

function ask({ compiled, naive }: Pair, random: (below: number) => number): Answer {
  const on = fromDayNumber(FIRST + random(DAYS));
  const amount = 1 + random(40);
  switch (random(6)) {
    case 0:
      return [
        `${on} + ${amount} working days`,
        computeDueDay(compiled, { on, at: null }, { amount, unit: "workingDay" }).dueOn,
        naive.addWorkingDays(on, amount),
      ];
    case 1:
      return [
        `${on} + ${amount} calendar days`,
        computeDueDay(compiled, { on, at: null }, { amount, unit: "calendarDay" }).dueOn,
        naive.addWorkingDays(NaiveCalendar.next(on, amount), 0),
      ];
    case 2: {
      const months = 1 + random(12);
      return [
        `${on} + ${months} months`,
        computeDueDay(compiled, { on, at: null }, { amount: months, unit: "month" }).dueOn,
        naive.addWorkingDays(naive.addMonths(on, months), 0),
      ];
    }
    case 3: {
      const until = addDays(on, amount);
      return [`${on} … ${until}`, workingDaysBetween(compiled, on, until), naive.between(on, until)];
    }
    case 4: {
      const minute = random(1440);
      const hours = 1 + random(24);
      const [day, end] = naive.addWorkingMinutes(on, minute, hours * 60);
      const at = makeMoment(on, minute * 60);
      const due = computeDueDay(compiled, { on, at }, { amount: hours, unit: "workingHour" });
      return [`${at} + ${hours} working hours`, due.dueAt, makeMoment(parseDay(day), end * 60)];
    }
    default:
      return askWithPauses(compiled, naive, on, amount, random);
  }
}

function askWithPauses(
  compiled: WorkingCalendar,
  naive: NaiveCalendar,
  on: CalendarDay,
  amount: number,
  random: (below: number) => number,
): Answer {
  const pauses: Pause[] = Array.from({ length: random(4) }, () => {
    const from = addDays(on, random(40));
    return { from, until: addDays(from, random(12)), reason: "stopped" };
  });
  let day: string = on;
  for (let left = amount; left > 0; ) {
    day = NaiveCalendar.next(day);
    const isPaused = pauses.some(({ from, until }) => from <= day && until !== null && day < until);
    if (naive.works(day) && !isPaused) left--;
  }
  const due = computeDueAfterPauses(compiled, on, amount, pauses);
  return [`${on} + ${amount} working days, ${JSON.stringify(pauses)}`, due.dueOn, day];
}

const { values } = parseArgs({
  options: { cases: { type: "string", default: "1000000" }, seed: { type: "string", default: "20201031" } },
});
const cases = Number(values.cases);
const random = randomFrom(Number(values.seed));
const differences: Answer[] = [];
let pair = randomCalendar(random);
for (let count = 0; count < cases; count++) {
  if (count % CASES_PER_CALENDAR === 0) pair = randomCalendar(random);
  const answer = ask(pair, random);
  if (answer[1] !== answer[2]) differences.push(answer);
}
for (const [question, engine, loop] of differences.slice(0, MAX_SHOWN)) {
  process.stdout.write(`${question}: engine ${engine}, loop ${loop}\n`);
}
process.stdout.write(`${cases} cases compared, ${differences.length} differences.\n`);
process.exitCode = differences.length === 0 ? 0 : 1;
