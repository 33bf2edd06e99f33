import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { ALL_PAGES } from "../../scripts/lib/testing/screenshot-pages";
import { visitPage } from "./every-page";
import { signIn } from "./sign-in";

const WIDTHS = [1440, 768, 360];
/** What the colours of a theme can break; the other rules are the same in each. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];
const FURTHER_THEMES = [
  { colorScheme: "dark", contrast: "no-preference" },
  { colorScheme: "light", contrast: "more" },
  { colorScheme: "dark", contrast: "more" },
] as const;

async function problemsOf(page: Page, rules?: string[]): Promise<unknown[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  return violations.map(({ id, nodes }) => ({ id, target: nodes[0]?.target, why: nodes[0]?.failureSummary }));
}

for (const shot of ALL_PAGES) {
  test(`[AC-11] the page ${shot.name} passes axe at every width and in every theme`, async ({ browser }) => {
    test.slow();
    await visitPage(browser, { colorScheme: "light" }, shot, async (page) => {
      await expect(page.locator("h1")).toHaveCount(1);
      await expect(page.locator("main#main")).toHaveCount(1);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        expect.soft(await problemsOf(page), `${width} px`).toEqual([]);
      }
      for (const theme of FURTHER_THEMES) {
        await page.emulateMedia(theme);
        for (const width of theme.contrast === "more" ? [1440] : WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          expect.soft(await problemsOf(page, COLOUR_RULES), `${JSON.stringify(theme)}, ${width} px`).toEqual([]);
        }
      }
    });
  });
}

test("[AC-11] the first Tab of a page is the skip link, which leads to its content", async ({ page }) => {
  await signIn(page, "tayson");
  await page.goto("/ranking");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#main$/);
  await expect(page.locator("main")).toBeFocused();
});
