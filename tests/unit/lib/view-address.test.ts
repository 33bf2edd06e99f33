import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DOSSIER_SORTS, MEASURES, RANKING_LEVELS } from "@/lib/filters";
import { PEER_GROUPS, RANKING_SORTS } from "@/lib/ranking-choice";
import { addDays, CHANNELS, FORMULA_IDS, parseDay } from "@/lib/sla";
import { UNIT_PARTS } from "@/lib/strings/unit-parts";
import { PAGE_PARAMS, parseViewAddress, toSearchParams, VIEW_PAGES, writeViewAddress } from "@/lib/view-address";

const day = fc.integer({ min: 0, max: 4000 }).map((offset) => addDays(parseDay("2018-01-01"), offset));
const noise = fc.string({ maxLength: 12 });
const number = fc.integer({ min: -2, max: 2 ** 31 }).map(String);
const either = (...values: readonly string[]) => fc.oneof(fc.constantFrom(...values), noise);

/** Right ones, wrong ones, too many of them: whatever may stand in an address. */
const params = fc.record(
  {
    unit: either("52", "547", "547.MC", "5'; --"),
    unitId: fc.oneof(number, noise),
    level: either(...RANKING_LEVELS),
    from: fc.oneof(day, noise),
    to: fc.oneof(day, noise),
    formula: either(...FORMULA_IDS),
    target: either("95", ">95", "97.5", "100", ">100", "120", "9.999"),
    sort: either(...RANKING_SORTS, ...DOSSIER_SORTS),
    reversed: either("1", "0"),
    q: fc.string({ maxLength: 90 }),
    peers: either(...PEER_GROUPS),
    least: fc.oneof(number, noise),
    measure: either(...MEASURES),
    restOf: either(...RANKING_LEVELS),
    fieldId: fc.oneof(number, noise),
    procedureId: fc.oneof(number, noise),
    channel: either(...CHANNELS),
    officer: either("Nguyễn Văn A", "-"),
    office: either("Phòng Tư pháp"),
    page: fc.oneof(number, noise),
  },
  { requiredKeys: [] },
);

describe("address → state → address", () => {
  test.each(VIEW_PAGES)("%s: what the page reads, it reads again from the address it writes", (page) => {
    fc.assert(
      fc.property(params, (given) => {
        const written = PAGE_PARAMS[page](given);
        expect(String(PAGE_PARAMS[page](toSearchParams(new URLSearchParams(String(written)))))).toBe(String(written));
      }),
      { numRuns: 500 },
    );
  });

  test.each(VIEW_PAGES)("%s: a kept view opens the address it was kept from", (page) => {
    const unit = fc.record({ id: fc.integer({ min: 1, max: 999_999_999 }), code: fc.constantFrom("52", "547.MC") });
    fc.assert(
      fc.property(params, unit, (given, named) => {
        const path =
          page === "home"
            ? "/"
            : page === "overview"
              ? `/units/${named.id}`
              : UNIT_PARTS.some((part) => part === page)
                ? `/units/${named.id}/${page}`
                : `/${page}`;
        const address = `${path}?${PAGE_PARAMS[page](given)}`.replace(/\?$/, "");
        const view = parseViewAddress(address);
        expect(view?.page).toBe(page);
        if (view === null) return;
        const id = view.unit !== null && "id" in view.unit ? view.unit.id : named.id;
        const code = view.unit !== null && "code" in view.unit ? view.unit.code : named.code;
        const opened = writeViewAddress({
          page,
          params: view.params,
          unit: view.unit === null ? null : { id, code },
          ownUnitId: 7,
        });
        const sorted = (text: string) => {
          const url = new URL(text, "http://here.invalid");
          url.searchParams.sort();
          return `${url.pathname}?${url.searchParams}`;
        };
        expect(sorted(opened)).toBe(sorted(address));
      }),
    );
  });

  test("the reader's own unit stays open: another reader sees another unit", () => {
    const view = parseViewAddress("/ranking?from=2020-01-01&to=2020-10-31");
    expect(view?.unit).toBeNull();
    const open = (ownUnitId: number) =>
      writeViewAddress({ page: "overview", params: new URLSearchParams("formula=due"), unit: null, ownUnitId });
    expect([open(7), open(9)]).toEqual(["/units/7?formula=due", "/units/9?formula=due"]);
  });
});

describe("nothing but a view of this product is kept", () => {
  test.each([
    "https://elsewhere.example/ranking",
    "//elsewhere.example/ranking",
    "/\\elsewhere.example",
    "/..//elsewhere.example",
    "javascript:alert(1)",
    "ranking",
    "",
    "/login?next=/ranking",
    "/api/reports/ranking",
    "/imports",
    "/units/1/../../api/health",
    "/units/0",
    "/units/7/budget",
    "/units/7/overview",
    "/units/7/unit/x",
    "/units/12345678901",
    "/ranking/",
  ])("%s", (address) => {
    expect(parseViewAddress(address)).toBeNull();
  });

  test("any text is no view, or one whose address is a path of ours", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((text) => `/ranking?${text}`),
        ),
        (text) => {
          const view = parseViewAddress(text);
          if (view === null) return;
          const address = writeViewAddress({ ...view, unit: null, ownUnitId: 1 });
          expect(address).toMatch(/^\/(ranking|compare|quality|dossiers|units\/1(\/[a-z]+)?)?(\?|$)/);
        },
      ),
    );
  });
});
