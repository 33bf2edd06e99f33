import { expect, type Page, test } from "@playwright/test";
import { signIn } from "./sign-in";

const VIEW = "from=2020-01-01&to=2020-10-31&formula=form06a&target=%3E95";

/** What every step of the way keeps. */
async function expectView(page: Page): Promise<void> {
  const { searchParams } = new URL(page.url());
  expect(Object.fromEntries(searchParams)).toMatchObject({
    from: "2020-01-01",
    to: "2020-10-31",
    formula: "form06a",
    target: ">95",
  });
}

const path = (page: Page) => page.getByRole("navigation", { name: "Vị trí" });

test("[AC-92] from the province down to a dossier, the path keeps period, formula and target", async ({ page }) => {
  await signIn(page, "vanphong");
  await page.goto(`/ranking?unit=52&level=district&${VIEW}`);
  await page.getByRole("link", { name: "Huyện Tây Sơn", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Tây Sơn");
  await expectView(page);
  await page.locator("section:has(#below)").getByRole("link", { name: "Xã Bình Tân", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Bình Tân");
  await expectView(page);
  await expect(path(page).getByRole("link")).toHaveText(["Tỉnh Bình Định", "Huyện Tây Sơn"]);

  // A field's number, then the dossier, then up the path again.
  const number = page.locator('main a[href*="fieldId="][href*="measure=late"]').first();
  const count = (await number.textContent()) ?? "";
  await number.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(new RegExp(`^${count} hồ sơ trễ hạn`));
  await expectView(page);
  await page.locator('main tbody a[href^="/dossiers/"]').first().click();
  await expect(page).toHaveURL(/\/dossiers\/\d+\?/);
  await expectView(page);
  const steps = path(page).getByRole("link");
  await expect(steps.nth(2)).toHaveText("Xã Bình Tân");
  await steps.nth(4).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/hồ sơ trễ hạn.*Xã Bình Tân/);
  await expectView(page);
  await path(page).getByRole("link", { name: "Huyện Tây Sơn" }).click();
  await expectView(page);
  await page.getByRole("link", { name: "Vị trí trong bảng xếp hạng" }).click();
  await expectView(page);
  await expect(page.locator("tr:target")).toContainText("Huyện Tây Sơn");
});

test("[AC-92] back from a dossier to the same page of its list, at the same row, without JavaScript", async ({
  browser,
}) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signIn(page, "tayson");
  await page.goto("/dossiers?measure=late&from=2020-01-01&to=2020-10-31&sort=code&page=3");
  const link = page.locator('main tbody a[href^="/dossiers/"]').nth(40);
  const code = (await link.textContent()) ?? "";
  await link.click();
  await page.getByRole("link", { name: /← Về danh sách hồ sơ trễ hạn đã giải quyết, trang 3/ }).click();
  expect(new URL(page.url()).search).toContain("page=3");
  await expect(page.locator("tr:target")).toContainText(code);
  await expect(page.locator("tr:target")).toBeInViewport();
});

test("[AC-93] the chair's first page goes by the target that was ordered, while the order holds", async ({ page }) => {
  await signIn(page, "tayson");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("mức 95%");
  await page.goto("/?from=2020-01-01&to=2020-10-29");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("mức trên 95%");
  await page.goto("/?from=2020-01-01&to=2020-10-29&target=95");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("mức 95%");
});

test("[AC-93] the inspectors' first page leads to each suspicious pattern of the period", async ({ page }) => {
  await signIn(page, "thanhtra");
  const signs = page.locator("section:has(#signs)");
  await expect(signs.locator("tbody tr")).toHaveCount(10);
  await signs.getByRole("link", { name: "Danh sách cả kỳ: hồ sơ từng tạm dừng lâu" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^[1-9][\d.]* hồ sơ từng tạm dừng lâu/);
  await page.goBack();
  await signs.getByRole("link", { name: "Đếm từng dấu hiệu theo đơn vị" }).click();
  await expect(page).toHaveURL(/\/quality\?.*from=2020-01-01/);
});
