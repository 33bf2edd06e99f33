import { expect, test } from "@playwright/test";
import { signIn } from "./sign-in";

test("[AC-183] the browser's own way back leads to the same place, the row marked and the focus on it", async ({
  page,
}) => {
  await signIn(page, "vanphong");
  await page.goto("/ranking?unit=52&level=commune&from=2020-01-01&to=2020-10-31");
  await page.waitForLoadState("networkidle");
  const row = page.locator('tr[data-row="unit"]').nth(120);
  const link = row.locator('a[href*="measure=late"]');
  const href = (await link.getAttribute("href")) ?? "";
  await link.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => window.scrollY);
  expect(before).toBeGreaterThan(500);
  await link.click();
  await page.waitForURL(/\/dossiers\?/);
  await page.goBack();
  await expect(page.locator("tr[data-left]")).toHaveCount(1);
  await expect(page.locator("tr[data-left] a:focus")).toHaveAttribute("href", href);
  await expect(row).toBeInViewport();
  // A step forward to another page leaves no mark behind.
  await page.goto("/ranking?unit=52&level=commune&from=2020-01-01&to=2020-10-31");
  await expect(page.locator("h1")).toBeVisible();
  expect(await page.locator("[data-left]").count()).toBe(0);
});

test("[AC-184] while a page is long in coming, a line says so and the old figures stand back", async ({ page }) => {
  await signIn(page, "vanphong");
  await page.goto("/ranking?unit=52&level=district&from=2020-01-01&to=2020-10-31");
  await page.waitForLoadState("networkidle");
  await page.route(/\/dossiers\?/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 2500));
    await route.continue();
  });
  await page.locator('tr[data-row="unit"] a[href*="measure=late"]').first().click();
  const line = page.getByRole("status").filter({ hasText: "Đang mở trang" });
  await expect(line).toBeVisible();
  await expect
    .poll(() => page.evaluate(() => getComputedStyle(document.querySelector("main") ?? document.body).opacity))
    .toBe("0.55");
  await page.waitForURL(/\/dossiers\?/);
  await expect(line).toHaveCount(0);
});
