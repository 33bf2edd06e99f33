import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { TAY_SON_2020 } from "../support/published-figures";
import { signIn } from "./sign-in";

const { from, to } = TAY_SON_2020;
const PERIOD = `from=${from}&to=${to}`;

test("[AC-65] each number of the quality page is the length of its list, without JavaScript", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, "thanhtra");
  await page.getByRole("link", { name: "Chất lượng số liệu" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("điều đã kiểm");
  await page.goto(`/quality?unit=547&level=commune&${PERIOD}`);
  await expect(page.locator('tr[data-row="unit"]')).toHaveCount(15);
  const check = page.locator('tr[data-row="total"] a[href*="measure=promiseLonger"]');
  const count = await check.textContent();
  await check.click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`${count} hồ sơ hẹn trả dài hơn thời hạn`);
  await page.goto(`/quality?unit=547&level=commune&${PERIOD}`);
  const row = page.locator('tr[data-row="unit"]:has(a[href*="measure=promiseLonger"])').first();
  const unit = (await row.locator("th a").textContent()) ?? "";
  const own = row.locator('a[href*="measure=promiseLonger"]');
  const ownCount = await own.textContent();
  expect(ownCount).not.toBe(count);
  await own.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    `${ownCount} hồ sơ hẹn trả dài hơn thời hạn thủ tục — ${unit}`,
  );
  await page.goto(`/quality?unit=547&level=commune&${PERIOD}`);
  const untold = page.locator('tr[data-row="total"] td').filter({ hasText: /^—$/ });
  await expect(untold, "the demo's source tells no day promised before a request").toHaveCount(1);
  await expect(page.getByText("không phải là bằng chứng sai phạm")).toBeVisible();
  await context.close();
});

test("[AC-66] the quality page passes axe at both widths, is exported, and stays within its reader's scope", async ({
  page,
}) => {
  await signIn(page, "tayson");
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`/quality?${PERIOD}`);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => ({ id, target: nodes[0]?.target }))).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  }
  const file = await page.request.get(`/api/reports/quality?format=csv&${PERIOD}`);
  expect(file.status()).toBe(200);
  expect((await file.text()).trim().split("\n").length).toBeGreaterThan(16);
  await page.goto(`/quality?unit=52&${PERIOD}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Không tìm thấy");
});
