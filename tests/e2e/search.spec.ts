import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { signIn } from "./sign-in";

test("[AC-44] the key / leads to the search, which finds without accents; ? shows the keys", async ({ page }) => {
  await signIn(page, "tayson");
  await page.locator("#main").waitFor();
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(page.locator("#site-search")).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.type("binh tuong");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/search\?q=binh/);
  await page.getByRole("list", { name: "Đơn vị" }).getByRole("link", { name: "Xã Bình Tường" }).click();
  await expect(page).toHaveURL(/\/units\//);
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Phím tắt" });
  await expect(sheet).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
});

test("[AC-45] the search works without JavaScript, keeps to the scope, and passes axe", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, "binhtan");
  await page.locator("#site-search").fill("xã");
  await page.locator("#site-search").press("Enter");
  await expect(page.getByRole("list", { name: "Đơn vị" }).getByRole("listitem")).toHaveCount(1);
  await page.goto("/search?q=khai+sinh");
  await page.getByRole("list", { name: "Thủ tục" }).getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("hồ sơ phải giải quyết — Xã Bình Tân");
  await context.close();

  const office = await browser.newContext();
  const wide = await office.newPage();
  await signIn(wide, "vanphong");
  await wide.goto("/search?q=h08");
  await wide.goto("/search?q=h08.");
  await expect(wide.getByRole("list", { name: "Hồ sơ" }).getByRole("listitem")).toHaveCount(20);
  expect((await new AxeBuilder({ page: wide }).analyze()).violations).toEqual([]);
  await office.close();
});
