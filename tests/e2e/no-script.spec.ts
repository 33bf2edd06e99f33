import { expect, test } from "@playwright/test";
import { signIn } from "./sign-in";

test.use({ javaScriptEnabled: false });

test("[AC-12] the ranking can be read, filtered and followed without JavaScript", async ({ page }) => {
  await signIn(page, "vanphong");
  await page.goto("/ranking?unit=547&level=commune&from=2020-01-01&to=2020-10-31");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("93,96%");
  await page.locator('select[name="formula"]').first().selectOption("handled");
  await page.locator('form:has(select[name="formula"]) button[type="submit"]').first().click();
  await expect(page).toHaveURL(/formula=handled/);
  await page.locator('tr[data-row="total"] a[href*="measure=late"]').click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("1.157 hồ sơ");
  await page.locator('a[href^="/dossiers/"]').first().click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
