import {
  addDays,
  type CalendarDay,
  classOn,
  compileCalendar,
  computeDueAfterPauses,
  computeDueDay,
  computeDueMoment,
  type DossierFacts,
  deriveTimeline,
  fromDayNumber,
  type LocalMoment,
  type MinuteInterval,
  type MomentSpan,
  makeMoment,
  OFFICE_HOURS,
  type Pause,
  parseDay,
  toDayNumber,
  type WorkingCalendar,
  workingAge,
  workingDaysBetween,
} from "@/lib/sla";
import { NaiveCalendar } from "./naive-calendar";
import { liveThrough } from "./naive-dossier";

const FIRST = toDayNumber(parseDay("2018-06-01"));
const DAYS = 1500;
const CASES_PER_CALENDAR = 2000;
const MINUTES_PER_DAY = 1440;

/** Draws whole numbers from 0 up to, not including, `below`; the same ones for the same seed (mulberry32). */
type Draw = (below: number) => number;

function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const HOURS: readonly (readonly MinuteInterval[])[] = [
  OFFICE_HOURS,
  [{ from: 450, until: 690 }],
  [
    { from: 420, until: 660 },
    { from: 661, until: 780 },
    { from: 840, until: 1020 },
  ],
];

type Pair = { readonly compiled: WorkingCalendar; readonly naive: NaiveCalendar };

function drawCalendar(draw: Draw): Pair {
  const pick = (count: number): CalendarDay[] => Array.from({ length: count }, () => fromDayNumber(FIRST + draw(DAYS)));
  const off = new Set<CalendarDay>(pick(draw(60)));
  const worked = new Set<CalendarDay>(pick(draw(20)).filter((day) => !off.has(day)));
  const hours = HOURS[draw(HOURS.length)] ?? OFFICE_HOURS;
  const row = (day: CalendarDay, kind: "off" | "work") => ({ day, kind, name: "random", basis: "random" });
  const entries = [...[...off].map((day) => row(day, "off")), ...[...worked].map((day) => row(day, "work"))];
  return {
    compiled: compileCalendar({ version: 1, firstYear: 2018, lastYear: 2023, entries, hours }),
    naive: new NaiveCalendar(off, worked, hours),
  };
}

/** A question, the engine's answer and the loop's. */
export type Answer = { readonly question: string; readonly engine: unknown; readonly loop: unknown };
type Asked = (pair: Pair, on: CalendarDay, amount: number, draw: Draw) => Answer;

const QUESTIONS: readonly Asked[] = [
  ({ compiled, naive }, on, amount) => ({
    question: `${on} + ${amount} working days`,
    engine: computeDueDay(compiled, { on, at: null }, { amount, unit: "workingDay" }).dueOn,
    loop: naive.addWorkingDays(on, amount),
  }),
  ({ compiled, naive }, on, amount) => ({
    question: `${on} + ${amount} calendar days`,
    engine: computeDueDay(compiled, { on, at: null }, { amount, unit: "calendarDay" }).dueOn,
    loop: naive.addWorkingDays(NaiveCalendar.next(on, amount), 0),
  }),
  ({ compiled, naive }, on, amount) => ({
    question: `${on} + ${amount % 12} months`,
    engine: computeDueDay(compiled, { on, at: null }, { amount: amount % 12, unit: "month" }).dueOn,
    loop: naive.addWorkingDays(naive.addMonths(on, amount % 12), 0),
  }),
  ({ compiled, naive }, on, amount) => ({
    question: `${on} … ${addDays(on, amount)}`,
    engine: workingDaysBetween(compiled, on, addDays(on, amount)),
    loop: naive.between(on, addDays(on, amount)),
  }),
  ({ compiled, naive }, on, _amount, draw) => {
    const minute = draw(MINUTES_PER_DAY);
    const hours = 1 + draw(24);
    const at = makeMoment(on, minute * 60);
    const [day, end] = naive.addWorkingMinutes(on, minute, hours * 60);
    return {
      question: `${at} + ${hours} working hours`,
      engine: computeDueDay(compiled, { on, at }, { amount: hours, unit: "workingHour" }).dueAt,
      loop: makeMoment(parseDay(day), end * 60),
    };
  },
  askDayPauses,
  askMinutePauses,
  askVerdict,
  askVerdict,
];

function drawPauses(on: CalendarDay, draw: Draw, mayBeOpen: boolean): Pause[] {
  return Array.from({ length: draw(4) }, () => {
    const from = addDays(on, draw(40));
    const until = mayBeOpen && draw(8) === 0 ? null : addDays(from, draw(12));
    return { from, until, reason: "stopped" };
  });
}

function askDayPauses({ compiled, naive }: Pair, on: CalendarDay, amount: number, draw: Draw): Answer {
  const pauses = drawPauses(on, draw, false);
  let day: string = on;
  for (let left = amount; left > 0; ) {
    day = NaiveCalendar.next(day);
    const isPaused = pauses.some(({ from, until }) => from <= day && until !== null && day < until);
    if (naive.works(day) && !isPaused) left--;
  }
  return {
    question: `${on} + ${amount} working days, paused ${JSON.stringify(pauses)}`,
    engine: computeDueAfterPauses(compiled, on, amount, pauses).dueOn,
    loop: day,
  };
}

/** Minutes are counted from midnight of the day of receipt. */
function askMinutePauses({ compiled, naive }: Pair, on: CalendarDay, _amount: number, draw: Draw): Answer {
  const momentOf = (minute: number): LocalMoment =>
    makeMoment(addDays(on, Math.floor(minute / MINUTES_PER_DAY)), (minute % MINUTES_PER_DAY) * 60);
  const received = draw(MINUTES_PER_DAY);
  const minutes = 1 + draw(900);
  const spans = Array.from({ length: draw(4) }, () => {
    const from = draw(8000);
    return { from, until: from + draw(3000) };
  });
  let end = received;
  let [day, ofDay]: [string, number] = [on, received];
  for (let left = minutes; left > 0; end++) {
    if (naive.worksAt(day, ofDay) && !spans.some(({ from, until }) => from <= end && end < until)) left--;
    ofDay++;
    if (ofDay === MINUTES_PER_DAY) [day, ofDay] = [NaiveCalendar.next(day), 0];
  }
  const pauses: MomentSpan[] = spans.map(({ from, until }) => ({ from: momentOf(from), until: momentOf(until) }));
  return {
    question: `${momentOf(received)} + ${minutes} working minutes, paused ${JSON.stringify(pauses)}`,
    engine: computeDueMoment(compiled, momentOf(received), minutes * 60, pauses).dueAt,
    loop: momentOf(end),
  };
}

function askVerdict({ compiled, naive }: Pair, on: CalendarDay, amount: number, draw: Draw): Answer {
  const dueOn = draw(8) === 0 ? null : addDays(on, amount);
  const finishedOn = draw(3) === 0 ? null : addDays(on, draw(50));
  const withResult = draw(6) !== 0;
  const pauses = drawPauses(on, draw, true);
  const ended = withResult ? "resolved" : "withdrawn";
  const facts: DossierFacts = {
    status: finishedOn === null ? "processing" : ended,
    receivedOn: on,
    dueOn,
    dueAt: null,
    finishedOn,
    finishedAt: null,
    pauses,
  };
  const asOf = addDays(on, draw(70));
  const timeline = deriveTimeline(facts);
  const life = { received: on, due: dueOn, finished: finishedOn, withResult, pauses };
  const lived = liveThrough(life, asOf, naive);
  return {
    question: `on ${asOf}: ${JSON.stringify(facts)}`,
    engine: `${classOn(timeline, asOf)}, ${workingAge(timeline, compiled, asOf)} working days used`,
    loop: `${lived.class}, ${lived.used} working days used`,
  };
}

/** Puts random questions to the engine and to loops over days and minutes; the answers in which they differ. */
export function compareWithLoops(cases: number, seed: number): Answer[] {
  const draw = drawFrom(seed);
  const differences: Answer[] = [];
  let pair = drawCalendar(draw);
  for (let count = 0; count < cases; count++) {
    if (count % CASES_PER_CALENDAR === 0) pair = drawCalendar(draw);
    const ask = QUESTIONS[draw(QUESTIONS.length)];
    if (ask === undefined) throw new Error("no such question");
    const answer = ask(pair, fromDayNumber(FIRST + draw(DAYS)), 1 + draw(40), draw);
    if (answer.engine !== answer.loop) differences.push(answer);
  }
  return differences;
}
