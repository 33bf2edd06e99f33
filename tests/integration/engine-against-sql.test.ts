import type { Client } from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import {
  addDays,
  type CalendarDay,
  type CalendarEntry,
  compileCalendar,
  computeDueAfterPauses,
  computeDueDay,
  computeDueMoment,
  formatDay,
  fromDayNumber,
  type LocalMoment,
  type MinuteInterval,
  makeMoment,
  OFFICE_HOURS,
  parseDay,
  toDayNumber,
  weekdayOf,
  type WorkingCalendar,
  workingDaysBetween,
  workingSecondsBetween,
} from "@/lib/sla";
import { readCalendarDays } from "../../seeds/reference/read-calendar-days";
import { ASK, CREATE_TABLES, FILL_CALENDAR } from "../support/calendar-sql";
import { testDatabaseUrl, withClient } from "../support/database";

const FACTS = 6000;
const [FIRST_YEAR, LAST_YEAR] = [2018, 2026];
const FIRST = formatDay(FIRST_YEAR, 1, 1);
const LAST = formatDay(LAST_YEAR, 12, 31);
const SATURDAY = 5;
const MORNING: readonly MinuteInterval[] = [{ from: 420, until: 690 }];
const WEEK = [OFFICE_HOURS, OFFICE_HOURS, OFFICE_HOURS, OFFICE_HOURS, OFFICE_HOURS];

type Draw = (below: number) => number;

/** The multiplicative congruential generator of Park and Miller (1988): the same facts on every run. */
function drawFrom(seed: number): Draw {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const draw = drawFrom(20_201_031);

type Edition = { readonly version: number; readonly entries: readonly CalendarEntry[]; readonly saturdays: boolean };

/** The calendar of the seeds, and two at random with half days; the last one with Saturday mornings. */
const EDITIONS: readonly Edition[] = [
  { version: 1, entries: readCalendarDays().map((row) => ({ ...row, day: parseDay(row.day) })), saturdays: false },
  { version: 2, entries: randomEntries(), saturdays: false },
  { version: 3, entries: randomEntries(), saturdays: true },
];

function randomEntries(): CalendarEntry[] {
  const days = new Set(Array.from({ length: 300 }, () => addDays(FIRST, draw(3000))));
  return [...days].map((day) => {
    const entry = { day, name: "random", basis: "random" };
    if (draw(3) === 0) return { ...entry, kind: "work", hours: MORNING };
    return { ...entry, kind: draw(3) === 0 ? "work" : "off" };
  });
}

function compile({ version, entries, saturdays }: Edition): WorkingCalendar {
  const weekPattern = [...WEEK, saturdays ? MORNING : [], []];
  return compileCalendar({ version, firstYear: FIRST_YEAR, lastYear: LAST_YEAR, entries, weekPattern });
}

/** The hours of every day, by the plainest reading of the rows. */
function* openIntervals({ version, entries, saturdays }: Edition) {
  const rows = new Map(entries.map((entry) => [entry.day, entry]));
  for (let number = toDayNumber(FIRST); number <= toDayNumber(LAST); number++) {
    const day = fromDayNumber(number);
    const row = rows.get(day);
    const usual =
      weekdayOf(number) < SATURDAY ? OFFICE_HOURS : saturdays && weekdayOf(number) === SATURDAY ? MORNING : [];
    const hours = row === undefined ? usual : row.kind === "off" ? [] : (row.hours ?? OFFICE_HOURS);
    for (const { from, until } of hours) yield { version, day, from, until };
  }
}

type Stop = {
  readonly fromDay: CalendarDay;
  readonly fromMin: number;
  readonly untilDay: CalendarDay;
  readonly untilMin: number;
};
type Fact = {
  readonly id: number;
  readonly version: number;
  readonly received: CalendarDay;
  readonly minute: number;
  readonly amount: number;
  readonly minutes: number;
  readonly until: CalendarDay;
  readonly pauses: readonly Stop[];
};

const MINUTES_PER_DAY = 1440;

function randomFact(id: number): Fact {
  const received = addDays(FIRST, 40 + draw(2600));
  const pauses = Array.from({ length: draw(5) }, () => {
    const fromDay = addDays(received, draw(40));
    return { fromDay, fromMin: draw(700), untilDay: addDays(fromDay, draw(14)), untilMin: 700 + draw(700) };
  });
  const [amount, minutes] = [1 + draw(40), 1 + draw(5000)];
  const until = addDays(received, draw(90));
  return {
    id,
    version: 1 + (id % EDITIONS.length),
    received,
    minute: draw(MINUTES_PER_DAY),
    amount,
    minutes,
    until,
    pauses,
  };
}

const facts = Array.from({ length: FACTS }, (_, id) => randomFact(id));

async function load(client: Client): Promise<void> {
  await client.query(CREATE_TABLES);
  const intervals = EDITIONS.flatMap((edition) => [...openIntervals(edition)]);
  await client.query(
    `INSERT INTO open_interval SELECT version, day, "from", until
       FROM json_to_recordset($1) AS row(version int, day date, "from" int, until int)`,
    [JSON.stringify(intervals)],
  );
  await client.query("CREATE INDEX ON open_interval (version, day)");
  await client.query(FILL_CALENDAR, [FIRST, LAST]);
  await client.query(
    `INSERT INTO fact SELECT id, version, received, minute, amount, minutes, until
       FROM json_to_recordset($1) AS row(id int, version int, received date, minute int, amount int, minutes int, until date)`,
    [JSON.stringify(facts)],
  );
  await client.query(
    `INSERT INTO pause SELECT "factId", "fromDay", "fromMin", "untilDay", "untilMin"
       FROM json_to_recordset($1) AS row("factId" int, "fromDay" date, "fromMin" int, "untilDay" date, "untilMin" int)`,
    [JSON.stringify(facts.flatMap(({ id, pauses }) => pauses.map((pause) => ({ factId: id, ...pause }))))],
  );
  await client.query("ANALYZE calendar_day; ANALYZE open_interval; ANALYZE pause");
}

const at = (day: CalendarDay, minute: number): LocalMoment => makeMoment(day, minute * 60);
const calendars = new Map(EDITIONS.map((edition) => [edition.version, compile(edition)]));

function askEngine({ id, version, received, minute, amount, minutes, until, pauses }: Fact) {
  const calendar = calendars.get(version);
  if (calendar === undefined) throw new Error(`no calendar ${version}`);
  const receipt = { on: received, at: at(received, minute) };
  const due = (unit: "workingDay" | "calendarDay" | "month", count: number) =>
    computeDueDay(calendar, receipt, { amount: count, unit }).dueOn;
  const days = pauses.map(({ fromDay, untilDay }) => ({ from: fromDay, until: untilDay, reason: "stopped" as const }));
  const moments = pauses.map(({ fromDay, fromMin, untilDay, untilMin }) => ({
    from: at(fromDay, fromMin),
    until: at(untilDay, untilMin),
  }));
  return {
    id,
    working_days: due("workingDay", amount),
    calendar_days: due("calendarDay", amount),
    months: due("month", amount % 12),
    days_between: workingDaysBetween(calendar, received, until),
    minutes_between: workingSecondsBetween(calendar, receipt.at, at(until, minute)) / 60,
    working_minutes: computeDueDay(calendar, receipt, { amount: minutes / 60, unit: "workingHour" }).dueAt,
    working_days_after_pauses: computeDueAfterPauses(calendar, received, amount, days).dueOn,
    working_minutes_after_pauses: computeDueMoment(calendar, receipt.at, minutes * 60, moments).dueAt,
  };
}

describe("due days and working time, by the engine and by prefix sums in SQL", () => {
  let answers: Record<string, unknown>[];
  let days: number;

  beforeAll(async () => {
    await withClient(testDatabaseUrl(), async (client) => {
      await load(client);
      answers = (await client.query(ASK)).rows;
      days = (await client.query("SELECT count(*)::int AS days FROM calendar_day")).rows[0].days;
    });
  });

  test("every day of every calendar is in the table", () => {
    expect(days).toBe(EDITIONS.length * (toDayNumber(LAST) - toDayNumber(FIRST) + 1));
  });

  test(`are the same for ${FACTS} random facts`, () => {
    expect(answers).toHaveLength(FACTS);
    const differing = facts.flatMap((fact, index) => {
      const [sql, engine] = [answers[index], askEngine(fact)];
      return JSON.stringify(sql) === JSON.stringify(engine) ? [] : [{ fact, sql, engine }];
    });
    expect(differing.slice(0, 3)).toEqual([]);
    expect(differing).toHaveLength(0);
  });

  test("the facts are of every kind", () => {
    const moved = answers.filter((row) => row.working_days !== row.working_days_after_pauses).length;
    const delayed = answers.filter((row) => row.working_minutes !== row.working_minutes_after_pauses).length;
    expect(moved).toBeGreaterThan(FACTS / 10);
    expect(delayed).toBeGreaterThan(FACTS / 10);
  });
});
