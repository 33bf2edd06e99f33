import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { DEMO_PASSWORD } from "../seeds/demo-accounts";
import { ROOT } from "./lib/paths";
import { prepareSources } from "./lib/prepare-sources";
import { startDemoServer } from "./lib/testing/demo-server";
import { findChromium } from "./lib/testing/find-chromium";
import { openPage } from "./lib/testing/open-page";
import { SCREENSHOT_PAGES } from "./lib/testing/screenshot-pages";

const WIDTHS = [1440, 390] as const;
const FOLDER = join(ROOT, "docs/screenshots");

async function signIn(page: Page, username: string): Promise<void> {
  await page.goto("/login");
  await page.locator('input[name="username"]').fill(username);
  await page.locator('input[name="password"]').fill(DEMO_PASSWORD);
  await page.locator('form:has(input[name="password"]) button[type="submit"]').click();
  await page.waitForURL((url) => url.pathname !== "/login");
}

async function takeAt(browser: Browser, address: string, width: number): Promise<void> {
  const pages = new Map<string | null, Page>();
  for (const shot of SCREENSHOT_PAGES) {
    let page = pages.get(shot.account);
    if (!page) {
      const context = await browser.newContext({
        baseURL: address,
        locale: "vi-VN",
        timezoneId: "Asia/Ho_Chi_Minh",
        viewport: { width, height: width > 1000 ? 900 : 844 },
      });
      page = await context.newPage();
      if (shot.account !== null) await signIn(page, shot.account);
      pages.set(shot.account, page);
    }
    await openPage(page, shot);
    await page.evaluate(() => document.fonts.ready);
    await page.waitForLoadState("networkidle");
    const file = `${shot.name}-${width}.png`;
    await page.screenshot({ path: join(FOLDER, file), fullPage: true });
    process.stderr.write(`${file}\n`);
  }
}

/** Pictures of every page, wide and narrow, of a demo server of its own or of the one at E2E_BASE_URL. */
export async function takeScreenshots(): Promise<void> {
  await prepareSources();
  mkdirSync(FOLDER, { recursive: true });
  const executablePath = await findChromium();
  const given = process.env.E2E_BASE_URL;
  const server = given ? { address: given, stop: async () => {} } : await startDemoServer();
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    for (const width of WIDTHS) await takeAt(browser, server.address, width);
  } finally {
    await browser.close();
    await server.stop();
  }
}
