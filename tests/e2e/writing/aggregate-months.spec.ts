import { expect, type Page, test } from "@playwright/test";
import { signIn } from "../sign-in";

const HEAD =
  "Đơn vị,Tiếp nhận tổng số,Kỳ trước chuyển qua,Đã giải quyết,Giải quyết trước hạn,Giải quyết đúng hạn,Giải quyết trễ hạn,Đang giải quyết,Đang giải quyết quá hạn";
/** The demo data begin in 2019. */
const MONTHS = "from=2018-11-01&to=2018-12-31";
const ONLY = "Số liệu từ bảng tổng hợp (không có hồ sơ)";
const UNIT = "Xã Bình Tân - Huyện Tây Sơn";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const patient = { timeout: 30_000 };
const SOURCE = `Báo cáo cũ ${Date.now().toString(36)}`;

async function write(page: Page, lines: readonly string[], rows: number): Promise<void> {
  await page.goto("/imports/new");
  await page.locator('input[name="sourceName"]').fill(SOURCE);
  await page.locator('input[name="asOf"]').fill("2019-01-31T17:00");
  const buffer = Buffer.from(`\uFEFF${lines.join("\r\n")}\r\n`);
  await page.locator('input[name="file"]').setInputFiles({ name: "tong-hop.csv", mimeType: "text/csv", buffer });
  await page.locator('form:has(input[name="file"]) button[type="submit"]').click();
  await page.waitForURL(/\/imports\/\d+/);
  await expect(heading(page)).toHaveText(`Sẽ ghi ${rows} dòng của bảng tổng hợp`, patient);
}

async function confirm(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Xác nhận ghi" }).click();
  await expect(heading(page)).toHaveText(/^Đã ghi \d+ dòng của bảng tổng hợp/, patient);
}

test("[AC-100] a month that exists as a table only is marked in the trend, on the first page, in files and in the interface, and is of no sum", async ({
  page,
  browser,
}) => {
  test.slow();
  await signIn(page, "vanphong");
  await write(page, ["Tháng 11 năm 2018", HEAD, `${UNIT},110,10,100,50,40,10,10,2`], 1);
  await confirm(page);
  // The second month begins with another number than the first ended with.
  await write(page, ["Tháng 12 năm 2018", HEAD, `${UNIT},92,12,90,50,31,9,2,0`, "Tổng cộng,93"], 1);
  await expect(page.locator('[data-broken="opening"]')).toContainText("(C3) ghi 12");
  await expect(page.locator('[data-broken="opening"]')).toContainText("từ 01/11/2018 đến 30/11/2018");
  await expect(page.locator('[data-broken="sumOfRows"]')).toContainText("(B4) ghi 93");
  await confirm(page);

  const commune = await (await browser.newContext()).newPage();
  await signIn(commune, "binhtan");
  await commune.goto(`/?${MONTHS}`);
  await expect(commune.getByRole("heading", { name: ONLY })).toBeVisible();
  await expect(commune.locator("table[data-aggregates]")).toContainText("Kỳ trước chuyển qua 12");
  await commune.locator("summary", { hasText: "Bảng số liệu của biểu đồ" }).click();
  const told = commune.locator("tr[data-told]").filter({ hasText: "11/2018 ◇" });
  await expect(told).toHaveCount(1);
  await expect(told).toContainText("90,00%");
  await expect(commune.locator("main")).toContainText(/◇ \d+ tháng chỉ có bảng tổng hợp/);
  await expect(commune.locator("#trend")).toHaveText("Chưa có tháng nào để tính tỷ lệ");
  const trend = await commune.request.get(`/api/reports/trend?${MONTHS}&format=csv`);
  expect(await trend.text()).toMatch(/2018-11-01,2018-11-30,110,100,90,10,10,2,"90,00%"/);

  await page.goto(`/?${MONTHS}`);
  await expect(page.getByRole("link", { name: /bảng tổng hợp của đơn vị trực thuộc/ })).toHaveText(
    /^\d+ bảng tổng hợp/,
  );
  const chair = await (await browser.newContext()).newPage();
  await signIn(chair, "tayson");
  await chair.goto(`/?${MONTHS}`);
  await chair.getByRole("link", { name: /^\d+ bảng tổng hợp của đơn vị trực thuộc/ }).click();
  await expect(chair.getByRole("heading", { name: ONLY })).toBeVisible();
  const answer = await chair.request.get("/api/v1/ranking?unit=547&level=commune&from=2018-11-01&to=2018-12-31");
  const { tables, total } = await answer.json();
  const own = tables.filter((table: { source: string }) => table.source === SOURCE);
  expect(own.map((table: { counts: { late: number } }) => table.counts.late)).toEqual([9, 10]);
  expect(total.rate).toBeNull();
});
