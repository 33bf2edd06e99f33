import { expect, test } from "@playwright/test";
import { signIn } from "./sign-in";

const TEN_MONTHS = "from=2020-01-01&to=2020-10-31";

test("[AC-87] the province's districts as tiles, with a table that leads to each unit", async ({ page }) => {
  await signIn(page, "vanphong");
  await page.getByRole("link", { name: "Bản đồ", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/đơn vị dưới mức 95%/);
  await expect(page.getByText("Sơ đồ, không theo tỷ lệ", { exact: false })).toBeVisible();
  await page.goto(`/map?unit=52&level=district&${TEN_MONTHS}`);
  const row = page.getByRole("row").filter({ hasText: "Tây Sơn" });
  await expect(row).toContainText("93,96%");
  await row.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Tây Sơn: 93,96%");
  await expect(page).toHaveURL(/from=2020-01-01&to=2020-10-31/);
});

test("[AC-87] a district's chair sees its own communes only, and no way to import", async ({ page }) => {
  await signIn(page, "tayson");
  await page.goto("/map?level=commune");
  await expect(page.locator("tbody tr")).toHaveCount(15);
  await expect(page.getByRole("link", { name: "Nhập ranh giới" })).toHaveCount(0);
  await page.goto("/map/boundaries");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Không tìm thấy");
});
