import { expect, type Page, test } from "@playwright/test";
import { signIn } from "../sign-in";

const HEADS = [
  "STT,Đơn vị,Tiếp nhận,,,,Đã giải quyết,,,,Đang giải quyết,,",
  ",,Tổng số,Trực tiếp,Trực tuyến,Kỳ trước chuyển qua,Tổng số,Trước hạn,Đúng hạn,Trễ hạn,Tổng số,Chưa đến hạn,Quá hạn",
];
const SOUND = "1,Xã Bình Tân - Huyện Tây Sơn,110,60,40,10,100,50,40,10,10,8,2";
const BROKEN = "2,Xã Tây An - Huyện Tây Sơn,50,40,5,5,45,30,10,5,5,4,2";
/** The demo data begin in 2019. */
const SEPTEMBER_2018 = "from=2018-09-01&to=2018-09-30";
const ONLY = "Số liệu từ bảng tổng hợp (không có hồ sơ)";
const COMPARED = "Bảng tổng hợp để đối chiếu với hồ sơ";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const patient = { timeout: 30_000 };
const run = Date.now().toString(36);

async function offer(page: Page, lines: readonly string[]): Promise<void> {
  await page.goto("/imports/new");
  await page.locator('input[name="sourceName"]').fill(`Báo cáo ${run}`);
  await page.locator('input[name="asOf"]').fill("2020-10-31T17:00");
  await page.locator('input[name="file"]').setInputFiles({
    name: "tong-hop.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`\uFEFF${lines.join("\r\n")}\r\n`),
  });
  await page.locator('form:has(input[name="file"]) button[type="submit"]').click();
  await page.waitForURL(/\/imports\/\d+/);
}

const rowOf = (page: Page, unit: string) =>
  page.locator("table[data-aggregates] tr").filter({ has: page.getByRole("rowheader", { name: unit }) });

async function totalOf(page: Page): Promise<unknown> {
  const answer = await page.request.get("/api/v1/ranking?unit=52&level=commune&from=2018-01-01&to=2020-10-31");
  return (await answer.json()).total;
}

test("[AC-70] a table of counts is previewed, confirmed, shown apart, and undone", async ({ page }) => {
  test.slow();
  await signIn(page, "vanphong");
  const before = await totalOf(page);
  await offer(page, ["Báo cáo tháng 9 năm 2018", ...HEADS, SOUND, BROKEN, ",TỔNG CỘNG,160"]);
  await expect(heading(page)).toHaveText("Sẽ ghi 2 dòng của bảng tổng hợp", patient);
  await expect(page.locator("[data-broken]")).toHaveCount(1);
  await expect(page.locator('[data-broken="openClasses"]')).toContainText("(K5) ghi 5");
  await expect(page.locator("#facts + dl")).toContainText("từ 01/09/2018 đến 30/09/2018");
  await page.getByRole("button", { name: "Xác nhận ghi" }).click();
  await expect(heading(page)).toHaveText("Đã ghi 2 dòng của bảng tổng hợp", patient);
  await expect(page.locator("[data-broken]")).toHaveCount(1);
  const batch = page.url();

  await page.goto(`/ranking?unit=52&level=commune&${SEPTEMBER_2018}`);
  await expect(page.getByRole("heading", { name: ONLY })).toBeVisible();
  await expect(rowOf(page, "Xã Tây An")).toContainText("Không cân");
  await rowOf(page, "Xã Bình Tân").getByRole("link").click();
  await page.waitForURL(/\/units\//);
  await expect(page.getByRole("heading", { name: ONLY })).toBeVisible();
  await expect(page.locator("table[data-aggregates]")).toContainText("90,00%");
  await expect(page.locator("table[data-aggregates]")).toContainText(`Báo cáo ${run}, 31/10/2020`);
  expect(await totalOf(page)).toEqual(before);

  await page.goto(batch);
  await page.locator("[data-undo] summary").click();
  await page.getByRole("button", { name: "Hoàn tác", exact: true }).click();
  await expect(heading(page)).toHaveText(/^Đã hoàn tác/, patient);
  await page.goto(`/ranking?unit=52&level=commune&${SEPTEMBER_2018}`);
  await expect(page.getByRole("heading", { name: ONLY })).toHaveCount(0);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(`JavaScript: ${javaScriptEnabled}`, () => {
    test.use({ javaScriptEnabled });

    test(`[AC-71] a table without a period is asked for it and compared with the dossiers (JavaScript: ${javaScriptEnabled})`, async ({
      page,
    }) => {
      test.slow();
      await signIn(page, "vanphong");
      await offer(page, [...HEADS, SOUND]);
      await expect(page.getByRole("heading", { name: "Kỳ của bảng tổng hợp" })).toBeVisible(patient);
      await page.locator('input[name="from"]').fill("2020-09-01");
      await page.locator('input[name="to"]').fill("2020-09-30");
      await page.getByRole("button", { name: "Dùng kỳ này và xem trước" }).click();
      await expect(heading(page)).toHaveText(/^(Sẽ ghi 1 dòng của bảng tổng hợp|Không có gì để ghi)$/, patient);
      await page.getByRole("button", { name: /^(Xác nhận ghi|Ghi nhận lần nhập)$/ }).click();
      await expect(heading(page)).toHaveText(/^Đã (ghi 1 dòng|đối chiếu)/, patient);
      await page.goto("/ranking?unit=52&level=commune&from=2020-09-01&to=2020-09-30");
      await expect(page.getByRole("heading", { name: COMPARED })).toBeVisible();
      await expect(rowOf(page, "Xã Bình Tân")).toContainText(/100 \([+−]\d/);
    });
  });
}

test("[AC-72] a district sees the tables of its own communes, and no sum moves with them", async ({
  page,
  browser,
}) => {
  test.slow();
  await signIn(page, "vanphong");
  await offer(page, [
    "Tháng 10 năm 2018",
    ...HEADS,
    SOUND,
    "2,Phường Bình Định - Thị xã An Nhơn,5,5,0,0,5,5,0,0,0,0,0",
  ]);
  await expect(heading(page)).toHaveText("Sẽ ghi 2 dòng của bảng tổng hợp", patient);
  await page.getByRole("button", { name: "Xác nhận ghi" }).click();
  await expect(heading(page)).toHaveText("Đã ghi 2 dòng của bảng tổng hợp", patient);
  const chair = await (await browser.newContext()).newPage();
  await signIn(chair, "tayson");
  await chair.goto("/ranking?level=commune&from=2018-10-01&to=2018-10-31");
  await expect(chair.locator("table[data-aggregates] tbody tr")).toHaveCount(1);
  await expect(rowOf(chair, "Xã Bình Tân")).toContainText("90,00%");
  await expect(chair.locator("main")).not.toContainText("Phường Bình Định");
  const answer = await chair.request.get("/api/v1/ranking?unit=547&level=commune&from=2018-10-01&to=2018-10-31");
  expect((await answer.json()).total.rate).toBeNull();
});
