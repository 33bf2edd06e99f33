/**
 * Judges the forecast of lateness by replaying the demo data at past days: what would have been said then, and what
 * happened. Prints Markdown tables; the same ones on every run.
 *
 *     npm run judge-forecast
 */
import {
  brierScore,
  type CalendarDay,
  COMMON_SHIFT,
  compileCalendar,
  deriveTimeline,
  GO_TOGETHER,
  parseDay,
  reliabilityBins,
  type WorkingCalendar,
} from "@/lib/sla";
import { demoLists } from "../seeds/demo/demo-lists";
import { toFacts } from "../seeds/demo/to-facts";
import { readWorld } from "../seeds/demo/world";
import { CALENDAR_FIRST_YEAR, CALENDAR_LAST_YEAR, readCalendarDays } from "../seeds/reference/read-calendar-days";
import { judgeRates, NO_COVERAGE, type Spread } from "./lib/forecast/judge-rate";
import { type Judged, type KnownDossier, replayDay, WAYS, type Way } from "./lib/forecast/replay-day";

const DAYS_OF_MONTH = ["10", "20"];
const MONTHS: Readonly<Record<string, readonly string[]>> = {
  "binh-dinh": ["2020-03", "2020-04", "2020-05", "2020-06", "2020-07", "2020-08", "2020-09"],
  "bac-giang": ["2023-04", "2023-05", "2023-06", "2023-07", "2023-08", "2023-09", "2023-10"],
  "kon-tum": ["2022-06", "2022-07", "2022-08", "2022-09", "2022-10", "2022-11", "2022-12"],
};

const SPREADS: readonly Spread[] = [
  { overdispersion: 1, shift: 0 },
  { overdispersion: GO_TOGETHER, shift: 0 },
  { overdispersion: GO_TOGETHER, shift: 0.005 },
  { overdispersion: GO_TOGETHER, shift: COMMON_SHIFT },
  { overdispersion: GO_TOGETHER, shift: 0.01 },
];

type Province = { readonly key: string; readonly asOf: CalendarDay; readonly dossiers: KnownDossier[] };

function seedCalendar(): WorkingCalendar {
  const entries = readCalendarDays().map((row) => ({ ...row, day: parseDay(row.day) }));
  return compileCalendar({ version: 1, firstYear: CALENDAR_FIRST_YEAR, lastYear: CALENDAR_LAST_YEAR, entries });
}

function demoProvinces(): Province[] {
  const world = readWorld();
  const provinces = new Map<string, Province>();
  for (const list of demoLists(world)) {
    const { provinceKey, asOfDay } = list;
    const province = provinces.get(provinceKey) ?? { key: provinceKey, asOf: parseDay(asOfDay), dossiers: [] };
    provinces.set(provinceKey, province);
    for (const made of list.dossiers()) {
      const facts = toFacts(world.grid, made);
      const { procedure, unit } = made;
      province.dossiers.push({
        unit: unit.code,
        procedure: procedure.code,
        field: procedure.fieldCode,
        facts,
        timeline: deriveTimeline(facts),
      });
    }
  }
  return [...provinces.values()];
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}

type Replay = { readonly province: string; readonly day: CalendarDay; readonly judged: readonly Judged[] };

function scoreOf(judged: readonly Judged[], way: Way): number {
  return brierScore(judged.map(({ said, happened }) => ({ probability: said[way], happened }))) ?? Number.NaN;
}

function countLate(judged: readonly Judged[]): number {
  return judged.filter(({ happened }) => happened).length;
}

function printTable(title: string, head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const lines = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |\n`);
  process.stdout.write(`\n${title}\n\n${lines.join("")}`);
}

const calendar = seedCalendar();
const replays: Replay[] = [];
const COHORTS: readonly { name: string; spread: Spread; cohortOf?: (unit: string) => string }[] = [
  ...SPREADS.map((spread) => ({ name: "unit", spread })),
  ...SPREADS.map((spread) => ({ name: "province", spread, cohortOf: () => "province" })),
];
const coverage = new Map(COHORTS.map((cohort) => [cohort, { ...NO_COVERAGE }]));
for (const { key, asOf, dossiers } of demoProvinces()) {
  for (const month of MONTHS[key] ?? []) {
    for (const dayOfMonth of DAYS_OF_MONTH) {
      const day = parseDay(`${month}-${dayOfMonth}`);
      const judged = replayDay(dossiers, calendar, day, asOf);
      replays.push({ province: key, day, judged });
      for (const [cohort, sum] of coverage) {
        const more = judgeRates(dossiers, day, judged, cohort.spread, cohort.cohortOf);
        coverage.set(cohort, {
          forecasts: sum.forecasts + more.forecasts,
          held: sum.held + more.held,
          width: sum.width + more.width,
          error: sum.error + more.error,
          errorOfRateSoFar: sum.errorOfRateSoFar + more.errorOfRateSoFar,
        });
      }
    }
  }
}

const isLost = ({ judged }: Replay): boolean => scoreOf(judged, "towardsDue") > scoreOf(judged, "pastRate");
const summary = (name: string, own: readonly Replay[]) => {
  const judged = own.flatMap((replay) => replay.judged);
  const lost = own.filter(isLost).length;
  return [
    name,
    judged.length,
    countLate(judged),
    ...WAYS.map((way) => scoreOf(judged, way).toFixed(4)),
    `${lost} of ${own.length}`,
  ];
};
printTable(
  "Brier score",
  ["province", "forecasts", "became late", ...WAYS, "days lost to pastRate"],
  [
    ...Object.keys(MONTHS).map((key) =>
      summary(
        key,
        replays.filter(({ province }) => province === key),
      ),
    ),
    summary("all", replays),
  ],
);
printTable(
  "Days lost",
  ["province, day", "forecasts", "became late", "towardsDue", "pastRate"],
  replays
    .filter(isLost)
    .map(({ province, day, judged }) => [
      `${province}, ${day}`,
      judged.length,
      countLate(judged),
      scoreOf(judged, "towardsDue").toFixed(4),
      scoreOf(judged, "pastRate").toFixed(4),
    ]),
);
printTable(
  "Told of single dossiers, and not",
  ["too little seen", "forecasts", "became late", "towardsDue"],
  [false, true].map((isThin) => {
    const own = replays.flatMap(({ judged }) => judged.filter((one) => one.isThin === isThin));
    return [isThin ? "yes" : "no", own.length, countLate(own), scoreOf(own, "towardsDue").toFixed(4)];
  }),
);
for (const way of WAYS) {
  const forecasts = replays.flatMap(({ judged }) =>
    judged.map(({ said, happened }) => ({ probability: said[way], happened })),
  );
  printTable(
    `Reliability, ${way}`,
    ["said", "forecasts", "said on average, %", "became late, %"],
    reliabilityBins(forecasts).flatMap(({ count, predicted, happened }, bin) =>
      count === 0 ? [] : [[`${10 * bin}–${10 * bin + 10} %`, count, percent(predicted), percent(happened)]],
    ),
  );
}
printTable(
  "Rate at the month's end, 90 % interval",
  [
    "of a",
    "overdispersion",
    "shift, points",
    "forecasts",
    "held, %",
    "mean width, points",
    "mean error, points",
    "of the rate so far, points",
  ],
  [...coverage].map(([{ name, spread }, { forecasts, held, width, error, errorOfRateSoFar }]) => [
    name,
    spread.overdispersion,
    (100 * spread.shift).toFixed(2),
    forecasts,
    percent(held / forecasts),
    ...[width, error, errorOfRateSoFar].map((sum) => (100 * (sum / forecasts)).toFixed(2)),
  ]),
);
