import { expect, type Locator, type Page } from "@playwright/test";

const MOST_STOPS = 400;

type Stop = { readonly isThere: boolean; readonly isVisible: boolean; readonly what: string };

/** Presses Tab until the place has the focus; every stop on the way shows where it is. */
export async function tabTo(page: Page, place: Locator): Promise<void> {
  const wanted = await place.elementHandle();
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate((element): Stop => {
      const at = document.activeElement;
      if (!at || at === document.body) return { isThere: false, isVisible: true, what: "" };
      const { outlineStyle, outlineWidth } = getComputedStyle(at);
      const { width, height } = at.getBoundingClientRect();
      const isVisible = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2 && width > 0 && height > 0;
      return { isThere: at === element, isVisible, what: at.outerHTML.slice(0, 200) };
    }, wanted);
    expect(stop.isVisible, `the focus is seen: ${stop.what}`).toBe(true);
    if (stop.isThere) return;
  }
  throw new Error(`${MOST_STOPS} stops, and never at ${place}`);
}

/** Skips what every page begins with. */
export async function skipToContent(page: Page): Promise<void> {
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
}
