import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { signIn } from "./sign-in";

const MONTHS = "from=2020-01-01&to=2020-10-31";
const RANKING = `/ranking?unit=547&level=commune&${MONTHS}`;

async function pathsToVisit(page: Page): Promise<string[]> {
  await page.goto(RANKING);
  const unit = await page.locator('tbody a[href^="/units/"]').first().getAttribute("href");
  const list = await page.locator('tr[data-row="total"] a[href*="measure=late"]').getAttribute("href");
  await page.goto(list ?? "");
  const dossier = await page.locator('a[href^="/dossiers/"]').first().getAttribute("href");
  return [
    "/",
    "/compare",
    "/map",
    "/map?level=commune",
    "/map/boundaries",
    unit?.replace("?", "/control?"),
    "/quality",
    "/search?q=phu+phong",
    "/views",
    "/views/new?of=%2Franking%3Funit%3D547",
    RANKING,
    unit,
    list,
    dossier,
    ...["procedures", "channels", "officers", "time", "forecast"].map((part) =>
      (unit ?? "").replace(/(\/units\/\d+)/, `$1/${part}`),
    ),
    "/imports",
    "/imports/new",
    "/ranking?unit=nowhere",
  ].map((path) => path ?? "");
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`[AC-11] every page passes axe and has one heading and a skip link (${colorScheme})`, async ({ browser }) => {
    test.slow();
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    await page.goto("/login");
    const visit = async (path: string): Promise<void> => {
      await page.goto(path);
      await expect(page.locator("h1"), path).toHaveCount(1);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => ({ path, id, target: nodes[0]?.target })),
        path,
      ).toEqual([]);
    };
    await visit("/login");
    await signIn(page, "quantri");
    const paths = await pathsToVisit(page);
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      for (const path of paths) {
        await visit(path);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `${path} at ${width} px scrolls sideways`).toBeLessThanOrEqual(0);
      }
    }
    await page.goto(RANKING);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(new URL(page.url()).hash, "the first Tab is the skip link").not.toBe("");
  });
}
