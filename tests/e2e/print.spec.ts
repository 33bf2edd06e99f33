import { expect, type Page, test } from "@playwright/test";
import { everyPage } from "./every-page";
import { signIn } from "./sign-in";

/** The width of A4 between its margins, in CSS pixels. */
const UPRIGHT = 703;
const SIDEWAYS = 1031;

/** What would be wrong with the page on paper. */
async function faultsOnPaper(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isSeen = (element: Element): boolean => element.getClientRects().length > 0;
    const what = (element: Element): string => element.outerHTML.slice(0, 80);
    const all = (selector: string): Element[] => [...document.querySelectorAll(selector)].filter(isSeen);
    const foot = getComputedStyle(document.documentElement).getPropertyValue("--paper-foot");
    return [
      ...(document.documentElement.scrollWidth > window.innerWidth ? ["wider than the sheet"] : []),
      ...all("main :is(button, input, select, textarea, .button)").map((element) => `can be pressed: ${what(element)}`),
      ...all("main table.ledger thead")
        .filter((head) => getComputedStyle(head).display !== "table-header-group")
        .map((head) => `a head that is not repeated: ${what(head)}`),
      ...all("main table.ledger")
        .filter((table) => table.scrollWidth > (table.parentElement?.clientWidth ?? 0) + 1)
        .map((table) => `cut: ${what(table)}`),
      ...(foot.includes("Dữ liệu minh họa") ? [] : [`the foot of the sheets says “${foot}”`]),
      ...(all("section p").some((line) => /Số liệu đến \d\d\/\d\d\/\d{4}/.test(line.textContent ?? ""))
        ? []
        : ["no as-of day"]),
    ];
  });
}

/** Pages without figures. */
const WITHOUT_FIGURES = new Set([
  "login",
  "not-found",
  "failure",
  "views",
  "views-new",
  "search",
  "search-nothing",
  "ranking-wrong-address",
]);

test("[AC-140] every page with figures is whole on A4, and each sheet says whose figures it bears", async ({
  browser,
}) => {
  test.setTimeout(600_000);
  await everyPage(browser, {}, async (page, name) => {
    if (WITHOUT_FIGURES.has(name)) return;
    await page.emulateMedia({ media: "print" });
    const isSideways = (await page.locator(".prints-wide").count()) > 0;
    await page.setViewportSize({ width: isSideways ? SIDEWAYS : UPRIGHT, height: 1000 });
    expect.soft(await faultsOnPaper(page), name).toEqual([]);
  });
});

test("[AC-140] no page of the province's month takes more sheets than can be read", async ({ page }) => {
  test.slow();
  await signIn(page, "vanphong");
  for (const [path, most] of [
    ["/", 6],
    ["/ranking?unit=52&level=district", 2],
    ["/quality", 2],
    ["/dossiers", 3],
    ["/calendar?year=2020", 2],
  ] as const) {
    await page.goto(path);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect.soft(pdf.match(/\/Type \/Page\b(?!s)/g)?.length, path).toBeLessThanOrEqual(most);
  }
});
