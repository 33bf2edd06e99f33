import { expect, test } from "@playwright/test";
import { TAY_SON_2020 } from "../support/published-figures";
import { signIn } from "./sign-in";

const { district, from, to } = TAY_SON_2020;
const RANKING = `/ranking?unit=${district}&level=commune&from=${from}&to=${to}`;

test("[AC-04] the communes of Tây Sơn, with the printed percentages", async ({ page }) => {
  await signIn(page, "tayson");
  await page.goto(RANKING);
  const total = page.locator('tr[data-row="total"]');
  await expect(total).toContainText("19.150");
  await expect(total).toContainText("1.157");
  await expect(total).toContainText(TAY_SON_2020.onTimePercent);
  await expect(total).toContainText(TAY_SON_2020.latePercent);
  const below = page.locator('tr[data-row="unit"]:has(td.text-overdue)');
  await expect(below).toHaveCount(Object.keys(TAY_SON_2020.lateAbove5).length);
  for (const [name, late] of Object.entries(TAY_SON_2020.lateAbove5)) {
    await expect(page.getByRole("row", { name: new RegExp(name) })).toContainText(late);
  }
  await expect(page.locator('tr[data-row="rest"]')).toContainText("Bộ phận Một cửa");
});

test("[AC-05] the number 1.157 leads to a list of exactly 1.157 dossiers", async ({ page }) => {
  await signIn(page, "tayson");
  await page.goto(RANKING);
  await page.locator('tr[data-row="total"] a[href*="measure=late"]').click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("1.157 hồ sơ trễ hạn đã giải quyết");
  const rows = page.locator("tbody tr");
  await expect(rows).toHaveCount(50);
  await page.getByRole("link", { name: "Trang 24" }).click();
  await expect(page).toHaveURL(/page=24/);
  await expect(rows).toHaveCount(TAY_SON_2020.late - 23 * 50);
});

test("[AC-05] every number of a row, of the rest and of the total opens a list as long as it says", async ({
  page,
}) => {
  test.slow();
  await signIn(page, "tayson");
  await page.goto(RANKING);
  const links: { href: string; count: string }[] = [];
  for (const row of ['tr[data-row="unit"]', 'tr[data-row="rest"]', 'tr[data-row="total"]']) {
    for (const link of await page.locator(row).first().locator('a[href^="/dossiers"]').all()) {
      links.push({ href: (await link.getAttribute("href")) ?? "", count: (await link.textContent()) ?? "" });
    }
  }
  expect(links.length).toBeGreaterThan(25);
  for (const { href, count } of links) {
    await page.goto(href);
    await expect(page.getByRole("heading", { level: 1 }), href).toHaveText(new RegExp(`^${count} hồ sơ `));
  }
});
