import type { Page } from "@playwright/test";
import type { ScreenshotPage } from "./screenshot-pages";

/** Opens the page, following its links from where it starts. Afterwards its address is the browser's. */
export async function openPage(page: Page, { path, follow = [] }: ScreenshotPage): Promise<void> {
  await page.goto(path);
  for (const selector of follow) {
    const href = await page.locator(selector).first().getAttribute("href");
    if (href === null) throw new Error(`${path}: no address at ${selector}`);
    await page.goto(href);
  }
}
