import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { palettePng } from "../../scripts/lib/testing/palette-png";
import { ALL_PAGES } from "../../scripts/lib/testing/screenshot-pages";
import { drawnBy } from "./drawn-by";
import { visitPage } from "./every-page";

const PICTURES = "tests/e2e/pictures";
/** What they were drawn by. */
const MACHINE = join(PICTURES, "drawn-by.txt");
/** The top of each page, down to where its tables have begun. */
const SIZES = [
  { width: 1440, height: 900 },
  { width: 768, height: 900 },
  { width: 360, height: 900 },
];

function isTaking(): boolean {
  return ["all", "changed"].includes(test.info().config.updateSnapshots);
}

/** The moment of an import is that of this run; the demo data end in 2023. */
async function steadyMoments(page: Page): Promise<void> {
  await page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const node = texts.currentNode;
      const text = node.nodeValue ?? "";
      const steady = text.replace(/\d\d\/\d\d\/20(?:2[4-9]|[3-9]\d) \d\d:\d\d/g, "01/01/2024 08:00");
      if (steady !== text) node.nodeValue = steady;
    }
  });
}

/** Why this page cannot be compared here; null when it can. */
async function obstacle(browser: Browser, name: string): Promise<string | null> {
  if (process.env.CI !== undefined) return "another machine draws other letters: compare where the pictures were drawn";
  const taken = existsSync(MACHINE) ? readFileSync(MACHINE, "utf8") : null;
  if (taken === null) return "there are no reference pictures yet: npm run snapshots takes them";
  const here = await drawnBy(browser);
  if (taken !== here)
    return `the pictures were drawn by\n${taken}and this machine is\n${here}npm run snapshots takes them anew`;
  const isMissing = SIZES.some(({ width }) => !existsSync(join(PICTURES, `${name}-${width}.png`)));
  return isMissing ? "there is no picture of this page yet: npm run snapshots takes it" : null;
}

test.describe("pictures", () => {
  for (const shot of ALL_PAGES) {
    test(`[AC-99] the page ${shot.name} looks as in its pictures`, async ({ browser }) => {
      const why = isTaking() ? null : await obstacle(browser, shot.name);
      test.skip(why !== null, why ?? "");
      test.slow();
      await visitPage(browser, { reducedMotion: "reduce", colorScheme: "light" }, shot, async (page) => {
        for (const { width, height } of SIZES) {
          await page.setViewportSize({ width, height });
          await page.evaluate(() => document.fonts.ready);
          await steadyMoments(page);
          await expect.soft(page).toHaveScreenshot(`${shot.name}-${width}.png`, {
            fullPage: true,
            clip: { x: 0, y: 0, width, height },
            animations: "disabled",
            caret: "hide",
            stylePath: "tests/e2e/visual.css",
            threshold: 0.1,
            maxDiffPixels: 150,
            timeout: 30_000,
          });
        }
      });
    });
  }

  test.afterAll(async ({ browser }) => {
    if (!isTaking()) return;
    const wanted = new Set(ALL_PAGES.flatMap(({ name }) => SIZES.map(({ width }) => `${name}-${width}.png`)));
    for (const file of readdirSync(PICTURES)) {
      const path = join(PICTURES, file);
      if (wanted.has(file)) writeFileSync(path, palettePng(readFileSync(path)));
      else rmSync(path);
    }
    writeFileSync(MACHINE, await drawnBy(browser));
  });
});
