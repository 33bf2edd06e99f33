import { existsSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { ALL_PAGES } from "../../scripts/lib/testing/screenshot-pages";
import { visitPage } from "./every-page";

const PICTURES = "tests/e2e/pictures";
const SIZES = [
  { width: 1440, height: 640 },
  { width: 768, height: 700 },
  { width: 360, height: 640 },
];

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
    for (const field of document.querySelectorAll<HTMLInputElement>('input[type="datetime-local"]')) {
      field.value = "2024-01-01T08:00";
    }
  });
}

test.skip(process.platform !== "linux", "the reference pictures are Chromium's on Linux");

for (const shot of ALL_PAGES) {
  test(`[AC-99] the page ${shot.name} looks as in its pictures`, async ({ browser }) => {
    const { updateSnapshots } = test.info().config;
    test.skip(!existsSync(PICTURES) && updateSnapshots !== "all", "no reference pictures yet: npm run snapshots");
    test.slow();
    await visitPage(browser, { reducedMotion: "reduce", colorScheme: "light" }, shot, async (page) => {
      for (const size of SIZES) {
        await page.setViewportSize(size);
        await page.evaluate(() => document.fonts.ready);
        await steadyMoments(page);
        await expect.soft(page).toHaveScreenshot(`${shot.name}-${size.width}.png`, {
          animations: "disabled",
          caret: "hide",
          maxDiffPixelRatio: 0.01,
        });
      }
    });
  });
}
