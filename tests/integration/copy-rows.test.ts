import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, type CalendarDay, type DaySpan, makeMoment, parseDay, toDayNumber } from "@/lib/sla";
import { cleanText } from "@/lib/text";
import { connectionConfig, queryRows } from "@/server/db";
import { copyBinary } from "@/server/imports/copy-binary";
import { CopyRows } from "@/server/imports/copy-rows";
import { zoneClock } from "@/server/imports/zone-clock";

const ZONE = "Asia/Ho_Chi_Minh";
const FIRST = parseDay("1990-01-01");
const day = fc.nat({ max: 40_000 }).map((days): CalendarDay => addDays(FIRST, days));
const second = fc.nat({ max: 86_399 });

let client: pg.Client;

beforeAll(async () => {
  client = new pg.Client(connectionConfig());
  await client.connect();
  await client.query(
    `SET TimeZone = '${ZONE}'; SET DateStyle = ISO;
     CREATE TEMP TABLE copied (n int, small smallint, big bigint, told text, flag boolean, on_day date, at timestamptz(0), exact timestamptz(3),
                               spans datemultirange, js jsonb)`,
  );
});

afterAll(async () => {
  await client.end();
});

const row = fc.record({
  small: fc.integer({ min: -32_768, max: 32_767 }),
  big: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  told: fc.option(fc.string({ unit: "grapheme", maxLength: 3000 }).map(cleanText), { nil: null }),
  flag: fc.boolean(),
  onDay: fc.option(day, { nil: null }),
  second,
  exact: fc.date({ min: new Date("1990-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }),
  spans: fc.uniqueArray(fc.nat({ max: 9000 }), { maxLength: 9 }),
  isOpen: fc.boolean(),
  js: fc.option(fc.dictionary(fc.constantFrom("from", "until"), fc.string({ unit: "grapheme" }).map(cleanText)), {
    nil: null,
  }),
});

/** Days in order, by twos; the last span may have no end. */
function spansOf(days: readonly number[], isOpen: boolean): DaySpan[] {
  const ordered = [...days].sort((a, b) => a - b).map((each) => addDays(FIRST, each));
  return ordered.flatMap((from, index) => {
    const until = ordered[index + 1] ?? null;
    return index % 2 === 0 && (until !== null || isOpen) ? [{ from, until }] : [];
  });
}

test("PostgreSQL reads back what was written, row by row and in the order of the groups", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), async (given) => {
      await client.query("TRUNCATE copied");
      const rows = new CopyRows(zoneClock(ZONE));
      for (const [index, each] of given.entries()) {
        rows.begin(index % 3, 10);
        rows.int(index);
        rows.smallint(each.small);
        rows.bigint(Number(BigInt.asIntN(32, each.big >> 32n)), Number(BigInt.asIntN(32, each.big)));
        rows.text(each.told);
        rows.boolean(each.flag);
        rows.day(each.onDay);
        rows.moment(each.onDay && { dayNumber: toDayNumber(each.onDay), second: each.second });
        rows.instant(each.exact);
        rows.spans(spansOf(each.spans, each.isOpen));
        rows.json(each.js && JSON.stringify(each.js));
        rows.end();
      }
      const columns = ["n", "small", "big", "told", "flag", "on_day", "at", "exact", "spans", "js"];
      await copyBinary(client, "copied", columns, rows.take());
      expect(rows.size).toBe(0);
      const { rows: stored } = await client.query(
        `SELECT n, small, big::text, told, flag, on_day, to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS') AS at, exact, spans::text, js FROM copied`,
      );
      const order = given.map((_, index) => index).sort((a, b) => (a % 3) - (b % 3) || a - b);
      expect(stored).toEqual(
        order.map((index) => {
          const each = given[index];
          const spans = each ? spansOf(each.spans, each.isOpen) : [];
          return {
            n: index,
            small: each?.small,
            big: String(each?.big),
            told: each?.told,
            flag: each?.flag,
            on_day: each?.onDay,
            at: each?.onDay ? makeMoment(each.onDay, each.second) : null,
            exact: each?.exact,
            spans:
              spans.length === 0 ? null : `{${spans.map(({ from, until }) => `[${from},${until ?? ""})`).join(",")}}`,
            js: each?.js,
          };
        }),
      );
    }),
    { numRuns: 60 },
  );
});

test.each([ZONE, "America/New_York", "Australia/Lord_Howe", "Pacific/Apia"])(
  "what a clock of %s shows is the instant that PostgreSQL makes of it",
  async (zone) => {
    const clock = zoneClock(zone);
    const moments = fc.sample(fc.tuple(day, second), { numRuns: 400, seed: 1 });
    // Around the changes of 2020 in each of them, by the quarter of an hour, and the day that Apia skipped.
    const around = ["2020-03-08", "2020-04-05", "2020-10-04", "2020-11-01", "2011-12-29", "2011-12-31"].flatMap(
      (text) => Array.from({ length: 24 }, (_, quarter) => [parseDay(text), quarter * 900] as const),
    );
    const told = [...moments, ...around].map(([on, at]) => ({
      text: makeMoment(on, at),
      ours: clock(toDayNumber(on), at),
    }));
    const rows = await queryRows<{ theirs: string }>(
      `SELECT extract(epoch FROM told::timestamp AT TIME ZONE $2)::text AS theirs
         FROM unnest($1::text[]) WITH ORDINALITY AS t(told, place) ORDER BY place`,
      [told.map(({ text }) => text), zone],
    );
    expect(rows.map(({ theirs }, index) => `${told[index]?.text} ${Number(theirs)}`)).toEqual(
      told.map(({ text, ours }) => `${text} ${ours}`),
    );
  },
);
