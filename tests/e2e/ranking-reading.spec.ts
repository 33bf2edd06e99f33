import { expect, test } from "@playwright/test";
import { TAY_SON_2020 } from "../support/published-figures";
import { signIn } from "./sign-in";

const { district, from, to } = TAY_SON_2020;
const RANKING = `/ranking?unit=${district}&level=commune&from=${from}&to=${to}`;
const names = 'tr[data-row="unit"] th[scope="row"] a';

test("[AC-42] the ranking is ordered and narrowed by links and a form; ranks and total stay", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, "tayson");
  await page.goto(RANKING);
  await expect(page.locator(names).first()).toHaveText("Xã Vĩnh An");
  await page.getByRole("columnheader", { name: "trễ ▲" }).getByRole("link").click();
  await expect(page).toHaveURL(/sort=late/);
  await expect(page.locator(names).first()).toHaveText("Thị trấn Phú Phong");
  await expect(page.getByRole("columnheader", { name: "trễ ▲" })).toHaveAttribute("aria-sort", "descending");
  await page.getByLabel("Tên đơn vị có chữ").fill("binh ngh");
  await page.getByRole("button", { name: "Xem", exact: true }).click();
  await expect(page.locator(names)).toHaveText(["Xã Bình Nghi"]);
  await expect(page.locator('tr[data-row="unit"] td').first()).toContainText("14");
  await expect(page.locator('tr[data-row="total"]')).toContainText("19.150");
  await expect(page.getByText("Không hiện 14 đơn vị")).toBeVisible();
  await context.close();
});

test("[AC-42] [AC-121] a verdict on few dossiers says that they are few; the movement says since when", async ({
  page,
}) => {
  await signIn(page, "tayson");
  await page.goto(RANKING);
  const undecided = page.locator('tr[data-row="unit"]').filter({ hasText: "? Chưa đủ căn cứ" });
  await expect(undecided.filter({ hasText: "Xã Bình Tường" })).toHaveCount(1);
  await expect(page.locator('tr[data-row="unit"]').filter({ hasText: "✕ Dưới chuẩn" })).toHaveCount(4);
  await expect(page.locator('tr[data-row="unit"]:has(td.text-overdue)')).toHaveCount(6);
  const file = await page.request.get(
    `/api/reports/ranking?format=csv&unit=${district}&level=commune&from=${from}&to=${to}`,
  );
  const lines = (await file.text()).split("\r\n");
  expect(lines.find((line) => line.includes("Xã Bình Tường"))).toMatch(/✕ Chưa đạt,11,\? Chưa đủ căn cứ$/);
  expect(lines.filter((line) => line.includes("✕ Dưới chuẩn"))).toHaveLength(4);
  await expect(page.getByText("so với 9 tháng đầu năm 2020")).toBeVisible();
  await expect(page.locator('tr[data-row="unit"] svg')).toHaveCount(15);
});

for (const width of [360, 390]) {
  test(`[AC-43] on a phone of ${width} px the ranking is read without scrolling sideways`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await signIn(page, "vanphong");
    await page.goto(`/ranking?unit=52&level=commune&from=${from}&to=${to}`);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    const frame = page.locator("table.ledger").first();
    expect(
      await frame.evaluate((table) => table.scrollWidth - (table.parentElement?.clientWidth ?? 0)),
    ).toBeLessThanOrEqual(0);
  });
}
