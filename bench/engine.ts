// Due days and verdicts per second on one core, beside date-fns business days and a plain loop.
import { parseArgs } from "node:util";
import { addBusinessDays } from "date-fns";
import {
  addDays,
  type CalendarDay,
  canMove,
  compileCalendar,
  computeDueAfterPauses,
  computeDueDay,
  type DossierFacts,
  deriveTimeline,
  type Pause,
  parseDay,
  type TimeLimit,
  type WorkingCalendar,
} from "@/lib/sla";
import { CALENDAR_FIRST_YEAR, CALENDAR_LAST_YEAR, readCalendarDays } from "../seeds/reference/read-calendar-days";
import { NaiveCalendar } from "../tests/unit/lib/sla/support/naive-calendar";
import { median, printRows } from "./support";

const REPEATS = 5;
const SAMPLES = 4096;
const MILLION = 1_000_000;
const NS_PER_SECOND = 1e9;
const START = parseDay("2019-01-01");

const { values } = parseArgs({ strict: false, options: { calls: { type: "string", default: "2000000" } } });
const CALLS = Number(values.calls);

function seededCalendar(extra: readonly CalendarDay[] = []): WorkingCalendar {
  const rows = readCalendarDays().map((row) => ({ ...row, day: parseDay(row.day) }));
  const closed = extra.map((day) => ({ day, kind: "off" as const, name: "bench", basis: "bench" }));
  return compileCalendar({
    version: 1,
    firstYear: CALENDAR_FIRST_YEAR,
    lastYear: CALENDAR_LAST_YEAR,
    entries: rows,
    localEntries: closed,
  });
}

/** Spread evenly and without chance: three in four closed, most of them in time. */
function sampleFacts(pauseCount: number): DossierFacts[] {
  return Array.from({ length: SAMPLES }, (_, index) => {
    const receivedOn = addDays(START, (index * 37) % 1500);
    const isClosed = index % 4 !== 0;
    const pauses: Pause[] = Array.from({ length: pauseCount }, (_unused, turn) => ({
      from: addDays(receivedOn, 1 + 4 * turn),
      until: addDays(receivedOn, 3 + 4 * turn),
      reason: "awaitingSupplement",
    }));
    return {
      status: isClosed ? "resolved" : "processing",
      receivedOn,
      dueOn: addDays(receivedOn, 5 + (index % 20)),
      dueAt: null,
      finishedOn: isClosed ? addDays(receivedOn, 2 + ((index * 7) % 25)) : null,
      finishedAt: null,
      pauses,
    };
  });
}

/** Calls per second and core: the median of several runs, the first of them thrown away. */
function perSecond(calls: number, call: (index: number) => number): number {
  const rates: number[] = [];
  let sink = 0;
  for (let run = 0; run <= REPEATS; run++) {
    const start = process.hrtime.bigint();
    for (let index = 0; index < calls; index++) sink += call(index % SAMPLES);
    const seconds = Number(process.hrtime.bigint() - start) / NS_PER_SECOND;
    if (run > 0) rates.push(calls / seconds);
  }
  if (sink < 0) throw new Error("Results must be used, or the loop is optimised away");
  return median(rates);
}

function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error("Index beyond the samples");
  return item;
}

const calendar = seededCalendar();
const limits: TimeLimit[] = Array.from({ length: SAMPLES }, (_, index) => ({
  amount: 1 + (index % 30),
  unit: "workingDay",
}));
const plain = sampleFacts(0);
const paused = sampleFacts(3);

function dueAndVerdict(facts: DossierFacts, limit: TimeLimit): number {
  const due = computeDueDay(calendar, { on: facts.receivedOn, at: null }, limit);
  const timeline = deriveTimeline(facts);
  return timeline.dueMet || due.dueOn === facts.dueOn ? 1 : 0;
}

/** The same with the pauses taken out of the time limit, as the check of a promise does. */
function dueAfterPausesAndVerdict(facts: DossierFacts, limit: TimeLimit): number {
  const due = computeDueAfterPauses(calendar, facts.receivedOn, limit.amount, facts.pauses);
  return deriveTimeline(facts).dueMet || due.dueOn === facts.dueOn ? 1 : 0;
}

const rows = readCalendarDays();
const naive = new NaiveCalendar(
  new Set(rows.filter((row) => row.kind === "off").map((row) => row.day)),
  new Set(rows.filter((row) => row.kind === "work").map((row) => row.day)),
  [],
);
const dates = plain.map((facts) => new Date(`${facts.receivedOn}T12:00:00Z`));

const due = perSecond(
  CALLS,
  (at) => computeDueDay(calendar, { on: pick(plain, at).receivedOn, at: null }, pick(limits, at)).dueOn.length,
);
const measured: [string, number][] = [
  ["due day of a limit in working days", due],
  ["due day + verdict", perSecond(CALLS, (at) => dueAndVerdict(pick(plain, at), pick(limits, at)))],
  ["verdict alone", perSecond(CALLS, (at) => (deriveTimeline(pick(plain, at)).dueMet ? 1 : 0))],
  ["due day + verdict, three pauses", perSecond(CALLS, (at) => dueAndVerdict(pick(paused, at), pick(limits, at)))],
  [
    "due day after three pauses + verdict",
    perSecond(CALLS, (at) => dueAfterPausesAndVerdict(pick(paused, at), pick(limits, at))),
  ],
  [
    "date-fns addBusinessDays (knows no days off)",
    perSecond(CALLS / 20, (at) => addBusinessDays(pick(dates, at), pick(limits, at).amount).getTime() % 2),
  ],
  [
    "loop over the days",
    perSecond(CALLS / 200, (at) => naive.addWorkingDays(pick(plain, at).receivedOn, pick(limits, at).amount).length),
  ],
];
printRows(
  ["one core", "million per second", "due day is faster by"],
  measured.map(([what, rate]) => [what, (rate / MILLION).toFixed(3), `${(due / rate).toFixed(1)}×`]),
);

/** Seconds of CPU to find and compute again what one new day off can move among a million dossiers. */
function recomputeSeconds(): [number, number] {
  const changed = addDays(START, 750);
  const after = seededCalendar([changed]);
  const before = Array.from(
    { length: SAMPLES },
    (_, at) => computeDueDay(calendar, { on: pick(plain, at).receivedOn, at: null }, pick(limits, at)).dueOn,
  );
  let moved = 0;
  const start = process.cpuUsage();
  for (let index = 0; index < MILLION; index++) {
    const at = index % SAMPLES;
    const facts = pick(plain, at);
    if (!canMove(changed, facts.receivedOn, pick(before, at))) continue;
    if (computeDueDay(after, { on: facts.receivedOn, at: null }, pick(limits, at)).dueOn !== pick(before, at)) moved++;
    deriveTimeline(facts);
  }
  const { user, system } = process.cpuUsage(start);
  return [(user + system) / 1e6, moved];
}

const [seconds, moved] = recomputeSeconds();
printRows(
  ["recompute of 1 M after one new day off", "CPU seconds", "due days moved"],
  [["candidates only", seconds.toFixed(3), String(moved)]],
);
