import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  DOSSIER_SORTS,
  dossierFilterToParams,
  MEASURES,
  NO_OFFICER,
  parseDossierFilter,
  parseView,
  RANKING_LEVELS,
  viewToParams,
} from "@/lib/filters";
import { addDays, CHANNELS, FORMULA_IDS, parseDay } from "@/lib/sla";

const toSearchParams = (params: URLSearchParams) => Object.fromEntries(params);
const day = fc.integer({ min: 0, max: 4000 }).map((offset) => addDays(parseDay("2018-01-01"), offset));
const period = fc
  .tuple(day, fc.integer({ min: 0, max: 800 }))
  .map(([from, length]) => ({ from, to: addDays(from, length) }));
const orNull = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });
const target = fc.record({ thresholdBp: fc.integer({ min: 0, max: 9999 }), mustExceed: fc.boolean() });

describe("address → view → address", () => {
  test("a view survives its address", () => {
    const view = fc
      .record({
        unit: orNull(fc.constantFrom("52", "547", "547.MC", "21808")),
        level: orNull(fc.constantFrom(...RANKING_LEVELS)),
        period,
        formula: fc.constantFrom(...FORMULA_IDS),
        target,
      })
      .map(({ period: { from, to }, ...rest }) => ({ ...rest, from, to }));
    fc.assert(
      fc.property(view, (original) => {
        expect(parseView(toSearchParams(viewToParams(original)))).toEqual(original);
      }),
    );
  });

  test("a dossier filter survives its address", () => {
    const filter = fc
      .record({
        unitId: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
        period,
        measure: fc.constantFrom(...MEASURES),
        restOf: orNull(fc.constantFrom(...RANKING_LEVELS)),
        fieldId: orNull(fc.integer({ min: 1, max: 9999 })),
        procedureId: orNull(fc.integer({ min: 1, max: 9999 })),
        officer: orNull(fc.constantFrom(NO_OFFICER, "Nguyễn Thị Ánh")),
        office: orNull(fc.constantFrom("Phòng Tư pháp", 'Bộ phận "Một cửa" & trả')),
        channel: orNull(fc.constantFrom(...CHANNELS)),
        sort: fc.constantFrom(...DOSSIER_SORTS),
        page: fc.integer({ min: 1, max: 9999 }),
        formula: fc.constantFrom(...FORMULA_IDS),
        target,
      })
      .map(({ period: { from, to }, ...rest }) => ({ ...rest, from, to }));
    fc.assert(
      fc.property(filter, (original) => {
        expect(parseDossierFilter(toSearchParams(dossierFilterToParams(original)))).toEqual(original);
      }),
    );
  });

  test.each([
    ["a reversed period", { from: "2020-10-31", to: "2020-01-01" }, { from: null, to: null }],
    ["a day that does not exist", { from: "2019-02-29" }, { from: null }],
    ["a repeated parameter", { unit: ["547", "548"] }, { unit: null }],
    ["an unknown formula", { formula: "mine" }, { formula: "resolved" }],
    ["a code with a quote", { unit: "5'; --" }, { unit: null }],
    ["a target above 100", { target: "120" }, { target: { thresholdBp: 9500, mustExceed: false } }],
  ])("%s counts as absent", (_, params, expected) => {
    expect(parseView(params)).toMatchObject(expected);
  });

  test("any text at all is read without an error", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom("unit", "from", "to", "target", "page", "measure"), fc.string()),
        (params) => {
          parseView(params);
          parseDossierFilter(params);
        },
      ),
    );
  });
});
