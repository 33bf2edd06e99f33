import { expect, test } from "@playwright/test";
import { BAC_GIANG_2023, BINH_DINH_2020, KON_TUM_2023 } from "../support/published-figures";
import { signIn } from "./sign-in";

test("[AC-07] the province's office sees seven districts below 95% on 30/10/2020", async ({ page }) => {
  await signIn(page, "vanphong");
  const { province, from, to } = BINH_DINH_2020;
  await page.goto(`/ranking?unit=${province}&level=district&from=${from}&to=${to}`);
  for (const name of BINH_DINH_2020.below95) {
    await expect(page.getByRole("row", { name: new RegExp(name) })).toContainText("Dưới chuẩn");
  }
  await expect(page.locator('tr[data-row="unit"]').filter({ hasText: "✓" })).toHaveCount(4);
});

test("[AC-14] Bắc Giang city sees 1, 36, 42 and 55 overdue at the months' ends", async ({ page }) => {
  await signIn(page, "tp-bacgiang");
  for (const [to, overdue] of Object.entries(BAC_GIANG_2023.overdueOn)) {
    await page.goto(`/ranking?unit=${BAC_GIANG_2023.city}&level=commune&from=${to.slice(0, 8)}01&to=${to}`);
    const link = page.locator('tr[data-row="total"] a[href*="measure=overdue"]');
    await expect(link).toHaveText(new RegExp(`^\\D*${overdue}$`));
    await link.click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(`${overdue} hồ sơ`);
  }
});

test("[AC-15] Kon Tum sees 273 resolved late and 710 overdue in January 2023", async ({ page }) => {
  await signIn(page, "kontum");
  const { province, from, to } = KON_TUM_2023;
  await page.goto(`/ranking?unit=${province}&level=department&from=${from}&to=${to}`);
  const total = page.locator('tr[data-row="total"]');
  await expect(total.locator('a[href*="measure=late"]')).toHaveText(/273$/);
  await expect(total.locator('a[href*="measure=overdue"]')).toHaveText(/710$/);
});
