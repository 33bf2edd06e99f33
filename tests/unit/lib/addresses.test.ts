import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  DOSSIER_SORTS,
  dossierFilterToParams,
  MEASURES,
  parseDossierFilter,
  parseView,
  RANKING_LEVELS,
  type SearchParams,
  viewToParams,
} from "@/lib/filters";
import { homeViewToParams, parseHomeView } from "@/lib/home-view";
import { parseRankingChoice, PEER_GROUPS, RANKING_SORTS, rankingChoiceToParams } from "@/lib/ranking-choice";
import { addDays, CHANNELS, FORMULA_IDS, parseDay } from "@/lib/sla";

const ADDRESSES = { numRuns: 300, seed: 20_201_121 };

const orAbsent = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });
const period = fc.tuple(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 800 })).map(([start, length]) => {
  const from = addDays(parseDay("2018-01-01"), start);
  return { from, to: addDays(from, length) };
});
const target = fc.constantFrom("90", ">95", "97.5", "99.75", "100", "0");
// What is everybody's default is left out of an address.
const formula = fc.constantFrom(...FORMULA_IDS.filter((id) => id !== "resolved"));
const identifier = fc.integer({ min: 1, max: 2 ** 31 - 1 });

/** Parameters in the order in which the page writes them. */
function write(parts: readonly (readonly [name: string, value: string | number | undefined])[]): string {
  const told = parts.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return new URLSearchParams(told).toString();
}

function expectSame(address: string, readAndWrite: (params: SearchParams) => URLSearchParams): void {
  expect(readAndWrite(Object.fromEntries(new URLSearchParams(address))).toString()).toBe(address);
}

describe(`${ADDRESSES.numRuns} addresses by chance: read and written again they are the same`, () => {
  test("of the ranking and the comparison, with the choice of rows", () => {
    const unit = fc.constantFrom("52", "547", "547.MC", "21808");
    const parts = fc.record({
      unit: orAbsent(unit),
      level: orAbsent(fc.constantFrom(...RANKING_LEVELS)),
      period: orAbsent(period),
      formula: orAbsent(formula),
      target: orAbsent(target),
      sort: orAbsent(fc.constantFrom(...RANKING_SORTS.filter((sort) => sort !== "rank"))),
      reversed: orAbsent(fc.constant("1")),
      q: orAbsent(fc.constantFrom("tây sơn", "xã & phường", "50%")),
      peers: orAbsent(fc.constantFrom(...PEER_GROUPS)),
      least: orAbsent(fc.integer({ min: 1, max: 9999 })),
    });
    fc.assert(
      fc.property(parts, ({ period: span, sort, reversed, q, peers, least, ...view }) => {
        const { unit: code, level, formula: id, target: text } = view;
        const shown = write([
          ["unit", code],
          ["level", level],
          ["from", span?.from],
          ["to", span?.to],
          ["formula", id],
          ["target", text],
        ]);
        expectSame(shown, (params) => viewToParams(parseView(params)));
        const choice = write([
          ["sort", sort],
          ["reversed", reversed],
          ["q", q],
          ["peers", peers],
          ["least", least],
        ]);
        expectSame(choice, (params) => rankingChoiceToParams(parseRankingChoice(params)));
      }),
      ADDRESSES,
    );
  });

  test("of the first page", () => {
    const parts = fc.record({ period: orAbsent(period), formula: orAbsent(formula), target: orAbsent(target) });
    fc.assert(
      fc.property(parts, ({ period: span, formula: id, target: text }) => {
        const address = write([
          ["from", span?.from],
          ["to", span?.to],
          ["formula", id],
          ["target", text],
        ]);
        expectSame(address, (params) => homeViewToParams(parseHomeView(params)));
      }),
      ADDRESSES,
    );
  });

  test("of a list of dossiers", () => {
    const parts = fc.record({
      unitId: identifier,
      measure: fc.constantFrom(...MEASURES),
      period,
      restOf: orAbsent(fc.constantFrom(...RANKING_LEVELS)),
      fieldId: orAbsent(identifier),
      channel: orAbsent(fc.constantFrom(...CHANNELS)),
      sort: orAbsent(fc.constantFrom(...DOSSIER_SORTS.filter((sort) => sort !== "dueOn"))),
      page: orAbsent(fc.integer({ min: 2, max: 9999 })),
      formula: orAbsent(formula),
      target: orAbsent(target),
    });
    fc.assert(
      fc.property(parts, ({ unitId, measure, period: { from, to }, ...more }) => {
        const { restOf, fieldId, channel, sort, page, formula: id, target: text } = more;
        const address = write([
          ["measure", measure],
          ["from", from],
          ["to", to],
          ["restOf", restOf],
          ["fieldId", fieldId],
          ["channel", channel],
          ["sort", sort],
          ["page", page],
          ["formula", id],
          ["target", text],
          ["unitId", unitId],
        ]);
        expectSame(address, (params) => dossierFilterToParams(parseDossierFilter(params)));
      }),
      ADDRESSES,
    );
  });
});
