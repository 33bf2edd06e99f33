import { expect, type Page, test } from "@playwright/test";
import { everyPage } from "./every-page";
import { signIn } from "./sign-in";

const TYPES: Readonly<Record<string, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
  unicode: "text/csv; charset=utf-16le",
};

/** What can be taken away from the page that is shown, and what comes. */
async function kindsTaken(page: Page): Promise<string[]> {
  const links = await page.locator('main a[href^="/api/reports/"]').all();
  const kinds = new Set<string>();
  for (const link of links) {
    const href = (await link.getAttribute("href")) ?? "";
    const { pathname, searchParams } = new URL(href, page.url());
    const answer = await page.request.get(href);
    expect(answer.status(), href).toBe(200);
    expect(answer.headers()["content-type"], href).toBe(TYPES[searchParams.get("format") ?? ""]);
    kinds.add(pathname.split("/").at(-1) ?? "");
  }
  return [...kinds].sort();
}

for (const [account, path, kinds] of [
  ["vanphong", "/", ["movers", "pareto", "ranking", "sources", "trend"]],
  ["tayson", "/", ["ranking", "recovery"]],
  ["binhtan", "/", ["dossiers", "trend"]],
  ["thanhtra", "/", ["evidence", "quality", "usage"]],
  ["tayson", "/compare", ["funnel", "months"]],
  ["vanphong", "/calendar?year=2020", ["calendar", "editions"]],
] as const) {
  test(`[AC-94] ${account} takes every table of ${path} away`, async ({ page }) => {
    await signIn(page, account);
    await page.goto(path);
    expect(await kindsTaken(page)).toEqual(kinds);
  });
}

test("[AC-94] the files say what the page says", async ({ page }) => {
  await signIn(page, "vanphong");
  await page.goto("/");
  const pareto = await page.request.get("/api/reports/pareto?format=csv");
  const first = page.locator('a[href*="measure=late"]').first();
  await expect(first).toBeVisible();
  const line = page.locator("section:has(#pareto) tbody tr").first();
  const [name = "", late = ""] = await line.locator("th, td.num").allTextContents();
  const csvLine = (await pareto.text()).split("\r\n").find((text) => text.includes(`,${late.replaceAll(".", "")},`));
  // On the page, names of offices are shortened.
  expect(csvLine, `${name} ${late}`).toContain(name.split("VPĐKĐĐ").at(-1)?.trim() ?? "?");
  await page.goto("/compare?unit=547&level=commune");
  const months = await (await page.request.get("/api/reports/months?unit=547&level=commune&format=csv")).text();
  const rows = page.locator("section:has(#months) tbody tr");
  for (const row of await rows.all()) {
    expect(months).toContain((await row.locator("th").textContent())?.trim() ?? "?");
  }
});

test("[AC-94] a table of another role's first page is not found", async ({ page }) => {
  await signIn(page, "binhtan");
  for (const kind of ["pareto", "movers", "evidence", "usage"]) {
    expect((await page.request.get(`/api/reports/${kind}?format=csv`)).status()).toBe(404);
  }
});

test("[AC-182] the sums of a unit as a file are those of its page", async ({ page }) => {
  await signIn(page, "tayson");
  await page.goto("/");
  await page.locator('header a[href^="/units/"]').click();
  await expect(page.locator("section:has(#trend)")).toBeVisible();
  const csvOf = async (kind: string): Promise<string> => {
    const href = await page.locator(`main a[href^="/api/reports/${kind}?"][href*="format=csv"]`).getAttribute("href");
    return (await page.request.get(href ?? "")).text();
  };
  const balance = await csvOf("balance");
  for (const line of ["Phải giải quyết,Tổng số,19641", "Đã giải quyết,Tổng số,19150", "Đã giải quyết,Trễ hạn ▲,1157"]) {
    expect(balance).toContain(line);
  }
  const ages = await csvOf("ages");
  const shown = await page.locator("section:has(#overdue-ages) tbody tr, section:has(#overdue-ages) tfoot tr").all();
  expect(shown).toHaveLength(5);
  for (const row of shown) {
    const [name = "", count = ""] = await row.locator("th, td.num").allTextContents();
    expect(ages).toContain(`${name},${count}`);
  }
});

/** How many tables of a page have no file of their own: accounts that share one, what words mean, what a form is about to do. */
const STAY: Readonly<Record<string, number>> = {
  unit: 3,
  quality: 2,
  "quality-province": 2,
  "quality-without-data": 2,
  dossier: 1,
  "calendar-preview": 1,
};

test("[AC-141] every table of every page has its file beside it", async ({ browser }) => {
  test.setTimeout(600_000);
  await everyPage(browser, {}, async (page, name) => {
    const alone = await page.evaluate(() => {
      const files = (place: Element): number =>
        new Set([...place.querySelectorAll<HTMLAnchorElement>('a[href^="/api/reports/"]')].map((link) => link.pathname))
          .size;
      return [...document.querySelectorAll("main table.ledger")].flatMap((table) => {
        let place: Element | null = table.parentElement;
        while (place && place.tagName !== "MAIN" && files(place) === 0) place = place.parentElement;
        const hasFile = place !== null && files(place) >= place.querySelectorAll("table.ledger").length;
        return hasFile ? [] : [table.outerHTML.slice(0, 120)];
      });
    });
    expect.soft(alone.length, `${name}: ${alone.join("\n")}`).toBeLessThanOrEqual(STAY[name] ?? 0);
  });
});
