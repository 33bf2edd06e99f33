import type { Browser, BrowserContext, BrowserContextOptions, Page } from "@playwright/test";
import { openPage } from "../../scripts/lib/testing/open-page";
import { ALL_PAGES, type ScreenshotPage } from "../../scripts/lib/testing/screenshot-pages";
import { signIn } from "./sign-in";

type Session = Awaited<ReturnType<BrowserContext["storageState"]>>;

// Signing in and following links once per run is enough: the demo data stay as loaded.
const sessions = new Map<string, Session>();
const addresses = new Map<string, string>();

async function sessionOf(browser: Browser, account: string): Promise<Session> {
  const known = sessions.get(account);
  if (known) return known;
  const context = await browser.newContext();
  await signIn(await context.newPage(), account);
  const session = await context.storageState();
  await context.close();
  sessions.set(account, session);
  return session;
}

/** Opens one page as the account that sees it, and hands it over. */
export async function visitPage(
  browser: Browser,
  options: BrowserContextOptions,
  shot: ScreenshotPage,
  visit: (page: Page) => Promise<void>,
): Promise<void> {
  const session = shot.account === null ? {} : { storageState: await sessionOf(browser, shot.account) };
  const context = await browser.newContext({ ...options, ...session });
  try {
    const page = await context.newPage();
    const known = addresses.get(shot.name);
    if (known === undefined) await openPage(page, shot);
    else await page.goto(known);
    addresses.set(shot.name, page.url());
    await visit(page);
  } finally {
    await context.close();
  }
}

/** Opens every page of the product, one after the other. */
export async function everyPage(
  browser: Browser,
  options: BrowserContextOptions,
  visit: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  for (const shot of ALL_PAGES) await visitPage(browser, options, shot, (page) => visit(page, shot.name));
}
