import fc from "fast-check";
import { AppRouterContext, type AppRouterInstance } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test } from "vitest";
import { loadRankingPage } from "@/app/(dashboard)/ranking/load-ranking-page";
import { RankingPage } from "@/components/ranking/ranking-page";
import type { Viewer } from "@/lib/access/viewer";
import { parseDossierFilter, parseView, RANKING_LEVELS, viewToParams } from "@/lib/filters";
import { formatCount } from "@/lib/format";
import { DEFAULT_CHOICE } from "@/lib/ranking-choice";
import { addDays, FORMULA_IDS, parseDay, received } from "@/lib/sla";
import { countDossiers } from "@/server/queries/count-dossiers";
import { getRanking } from "@/server/queries/get-ranking";
import { randomRows } from "../support/random-dossiers";
import { importRows, makeProvince, type SmallProvince } from "../support/small-province";

const VIEWS = 300;
const FIRST_DAY = parseDay("2019-12-01");
const DAYS = 540;

let province: SmallProvince;
let viewer: Viewer;

beforeAll(async () => {
  province = await makeProvince("pages");
  await importRows(province, randomRows(1500, 12));
  viewer = province.viewer("P", "province_office");
});

/** Nobody moves on from a page that is only drawn. */
const ROUTER: AppRouterInstance = {
  bfcacheId: "",
  back: () => {},
  forward: () => {},
  refresh: () => {},
  push: () => {},
  replace: () => {},
  prefetch: () => {},
};

type Row = { readonly kind: string; readonly links: readonly { readonly href: string; readonly text: string }[] };

/** The rows of the page's table as a browser is given them, and what in them leads to a list. */
function rowsOf(html: string): Row[] {
  return [...html.matchAll(/<tr data-row="(unit|rest|total)".*?<\/tr>/gs)].map(([row, kind = ""]) => ({
    kind,
    links: [...row.matchAll(/<a [^>]*href="(\/dossiers\?[^"]*)"[^>]*>([^<]*)<\/a>/g)].map(
      ([, href = "", text = ""]) => ({
        href: href.replaceAll("&amp;", "&"),
        text,
      }),
    ),
  }));
}

function paramsOf(href: string): Record<string, string> {
  return Object.fromEntries(new URL(href, "http://here.invalid").searchParams);
}

describe(`${VIEWS} views by chance: the page as it is drawn`, () => {
  const views = fc
    .sample(
      fc.record({
        unit: fc.constantFrom("P", "A", "B", "S1", "A1", "B2"),
        level: fc.constantFrom(...RANKING_LEVELS),
        start: fc.integer({ min: 0, max: DAYS }),
        length: fc.integer({ min: 0, max: 200 }),
        formula: fc.constantFrom(...FORMULA_IDS),
        target: fc.record({ thresholdBp: fc.constantFrom(9000, 9500, 9750, 9975), mustExceed: fc.boolean() }),
      }),
      { numRuns: VIEWS, seed: 20_201_130 },
    )
    .map(({ start, length, ...view }) => {
      const from = addDays(FIRST_DAY, start);
      return { ...view, from, to: addDays(from, length) };
    });

  test("shows the counts of the query, and each number's link is a list of that length", {
    timeout: 300_000,
  }, async () => {
    let numbers = 0;
    for (const view of views) {
      const read = parseView(Object.fromEntries(viewToParams(view)));
      const props = await loadRankingPage(viewer, read, DEFAULT_CHOICE);
      const rows = rowsOf(
        renderToStaticMarkup(createElement(AppRouterContext, { value: ROUTER }, createElement(RankingPage, props))),
      );
      const { rows: units, rest, total } = await getRanking(viewer, { ...view, unit: { code: view.unit } });
      const shown = units.filter(({ unitId }) => props.chosen.shown.some((row) => row.unitId === unitId));
      const expected = [...shown, ...(rest === null ? [] : [rest]), total];
      expect(rows.map(({ kind }) => kind)).toEqual([
        ...shown.map(() => "unit"),
        ...(rest === null ? [] : ["rest"]),
        "total",
      ]);
      for (const [index, { tally }] of expected.entries()) {
        const texts = new Map(rows[index]?.links.map(({ href, text }) => [paramsOf(href).measure, text]));
        const counts = { received: received(tally), late: tally.late, open: tally.open, overdue: tally.overdue };
        for (const [measure, count] of Object.entries(counts)) {
          if (count > 0 && texts.has(measure)) expect(texts.get(measure), measure).toBe(formatCount(count));
          if (count === 0) expect(texts.has(measure), measure).toBe(false);
        }
      }
      // Of all its numbers, three that lie apart: their lists are counted.
      const links = rows.flatMap((row) => row.links);
      for (const link of [0, 1, 2].map(
        (third) => links[(7 * numbers + third * Math.ceil(links.length / 3)) % links.length],
      )) {
        if (link === undefined) continue;
        const filter = parseDossierFilter(paramsOf(link.href));
        expect(filter).toMatchObject({ formula: view.formula, target: view.target });
        const { from, to, unitId } = filter;
        if (from === null || to === null || unitId === null) throw new Error(`${link.href} names no period or unit`);
        expect(formatCount(await countDossiers(viewer, { ...filter, from, to, unitId })), link.href).toBe(link.text);
        numbers += 1;
      }
    }
    expect(numbers).toBeGreaterThan(VIEWS);
  });
});
