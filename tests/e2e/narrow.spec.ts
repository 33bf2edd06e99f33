import { expect, test } from "@playwright/test";
import { everyPage } from "./every-page";

test("[AC-95] no page scrolls sideways at 360 and 390 px", async ({ browser }) => {
  test.setTimeout(400_000);
  await everyPage(browser, {}, async (page, name) => {
    for (const width of [360, 390]) {
      await page.setViewportSize({ width, height: 800 });
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect.soft(tooWide, `${name} at ${width} px`).toBeLessThanOrEqual(0);
    }
  });
});
