import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { readXlsx, writeXlsx } from "hucre";
import { signIn } from "../sign-in";

/** Words that no form of ours knows. */
const HEADS = ["TT,Nơi làm,Đầu vào,,Đầu ra,,,Còn lại,", ",,Cộng,Mới,Cộng,Kịp,Chậm,Cộng,Chậm"];
const MEANS = [
  "unit",
  "receivedTotal",
  "receivedInPeriod",
  "resolvedTotal",
  "earlyOrOnTime",
  "late",
  "openTotal",
  "overdue",
];
const BINH_TAN = "1,Xã Bình Tân - Huyện Tây Sơn,100,100,80,75,5,20,3";
const TAY_AN = "2,Xã Tây An - Huyện Tây Sơn,40,40,40,38,2,0,0";
const FAILED = "Không nhập được, số liệu không thay đổi";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const patient = { timeout: 30_000 };
const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).click();

async function offer(page: Page, sourceName: string, name: string, content: string | Uint8Array): Promise<void> {
  await page.goto("/imports/new");
  await page.locator('input[name="sourceName"]').fill(sourceName);
  await page.locator('input[name="asOf"]').fill("2020-10-31T17:00");
  const file = { name, mimeType: "application/octet-stream", buffer: Buffer.from(content) };
  await page.locator('input[name="file"]').setInputFiles(file);
  await page.locator('form:has(input[name="file"]) button[type="submit"]').click();
  await page.waitForURL(/\/imports\/\d+/);
}

const table = (month: number, year: number, ...rows: readonly string[]): string =>
  `\uFEFF${[`Số liệu tháng ${month} năm ${year}`, ...HEADS, ...rows].join("\r\n")}\r\n`;

const rowOf = (page: Page, unit: string) =>
  page.locator("table[data-aggregates] tr").filter({ has: page.getByRole("rowheader", { name: unit }) });

async function undo(page: Page, batch: string): Promise<void> {
  await page.goto(batch);
  await page.locator("[data-undo] summary").click();
  await page.getByRole("button", { name: "Hoàn tác", exact: true }).click();
  await expect(heading(page)).toHaveText(/^Đã hoàn tác/, patient);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`JavaScript: ${javaScriptEnabled}`, () => {
    test.use({ javaScriptEnabled });
    /** Each in a month of its own, before the demo data begin. */
    const year = javaScriptEnabled ? 2016 : 2017;
    const ranking = `/ranking?unit=52&level=commune&from=${year}-03-01&to=${year}-03-31`;

    test(`[AC-201] a table whose head nobody knows is explained column by column; next month's is read at once (JavaScript: ${javaScriptEnabled})`, async ({
      page,
    }) => {
      test.slow();
      await signIn(page, "vanphong");
      const source = `Bảng lạ ${Date.now().toString(36)}${year}`;
      await offer(page, source, "bang.csv", table(3, year, BINH_TAN, ",Tổng cộng,100,100,80,75,5,20,3"));
      await expect(heading(page)).toHaveText(FAILED, patient);
      await page.getByRole("link", { name: /^Ghép cột/ }).click();
      await expect(heading(page)).toHaveText("Cho biết mỗi cột của bảng tổng hợp là gì");
      await expect(page.getByRole("row", { name: /dòng tiêu đề/ })).toHaveCount(2);
      await expect(page.locator('select[name="column-1"]')).toHaveValue("unit");

      await press(page, "Ghi nhớ và xem trước");
      await expect(page.getByRole("alert").filter({ hasText: "Thiếu cột bắt buộc" })).toBeVisible();
      for (const [index, means] of MEANS.entries()) {
        await page.locator(`select[name="column-${index + 1}"]`).selectOption(means);
      }
      await page.locator('select[name="column-0"]').selectOption("late");
      await press(page, "Ghi nhớ và xem trước");
      await expect(page.getByRole("alert").filter({ hasText: "cho cột A và G" })).toBeVisible();
      await expect(page.locator('select[name="column-8"]')).toHaveValue("overdue");
      await page.locator('select[name="column-0"]').selectOption("");
      await press(page, "Ghi nhớ và xem trước");
      await expect(heading(page)).toHaveText("Sẽ ghi 1 dòng của bảng tổng hợp", patient);
      await press(page, "Xác nhận ghi");
      await expect(heading(page)).toHaveText("Đã ghi 1 dòng của bảng tổng hợp", patient);
      const batch = page.url();
      await page.goto(ranking);
      await expect(rowOf(page, "Xã Bình Tân")).toContainText("93,75%");

      await offer(page, source, "bang-4.csv", table(4, year, BINH_TAN, TAY_AN));
      await expect(heading(page)).toHaveText("Sẽ ghi 2 dòng của bảng tổng hợp", patient);
      await press(page, /^Hủy/);
      await expect(heading(page)).toHaveText("Đã hủy, số liệu không thay đổi");

      await page.goto("/imports/mappings");
      const said = page.getByRole("listitem").filter({ hasText: source });
      await expect(said).toContainText("Bảng tổng hợp. B: Tên đơn vị; C: Tiếp nhận: tổng số");
      await said.getByRole("button").click();
      await expect(said).toHaveCount(0);
      await undo(page, batch);
    });

    test(`[AC-202] the refused rows of a table are fetched with their head and period, corrected and added (JavaScript: ${javaScriptEnabled})`, async ({
      page,
    }) => {
      test.slow();
      await signIn(page, "vanphong");
      const source = `Bảng sửa ${Date.now().toString(36)}${year}`;
      const head =
        "Đơn vị,Tiếp nhận tổng số,Đã giải quyết,Đã giải quyết đúng hạn,Đã giải quyết trễ hạn,Đang giải quyết,Ghi chú";
      const rows = [
        "Xã Bình Tân - Huyện Tây Sơn,100,80,75,5,20,",
        "Xã Tây An - Huyện Tây Sơn,bốn mươi,40,38,2,0,xem lại",
      ];
      await offer(page, source, "bang.csv", [`Tháng 3 năm ${year}`, head, ...rows].join("\r\n"));
      await expect(heading(page)).toHaveText("Sẽ ghi 1 dòng của bảng tổng hợp", patient);
      await press(page, "Xác nhận ghi");
      await expect(heading(page)).toHaveText("Đã ghi 1 dòng của bảng tổng hợp", patient);
      const first = page.url();
      const download = page.waitForEvent("download");
      await page.getByRole("link", { name: "Tải các dòng bị loại để sửa" }).click();
      const { sheets } = await readXlsx(new Uint8Array(await readFile(await (await download).path())));
      const returned = sheets[0]?.rows ?? [];
      expect(returned.at(-1)?.slice(0, 7)).toEqual([
        "Xã Tây An - Huyện Tây Sơn",
        "bốn mươi",
        "40",
        "38",
        "2",
        "0",
        "xem lại",
      ]);
      expect(String(returned.at(-1)?.at(-1))).toContain("bốn mươi");

      const cells = returned.map((row) => row.map((cell) => (cell === null ? null : String(cell))));
      const corrected = cells.with(-1, (cells.at(-1) ?? []).with(1, "40"));
      await offer(page, source, "da-sua.xlsx", await writeXlsx({ sheets: [{ name: "Sửa", rows: corrected }] }));
      await expect(heading(page)).toHaveText("Sẽ ghi 1 dòng của bảng tổng hợp", patient);
      await expect(page.locator("#facts + dl")).toContainText(`từ 01/03/${year} đến 31/03/${year}`);
      await press(page, "Xác nhận ghi");
      await expect(heading(page)).toHaveText("Đã ghi 1 dòng của bảng tổng hợp", patient);
      const second = page.url();
      await page.goto(ranking);
      await expect(rowOf(page, "Xã Tây An")).toContainText("95,00%");
      await expect(rowOf(page, "Xã Bình Tân")).toContainText("93,75%");
      await undo(page, second);
      await page.goto(ranking);
      await expect(rowOf(page, "Xã Tây An")).toHaveCount(0);
      await expect(rowOf(page, "Xã Bình Tân")).toContainText("93,75%");
      await undo(page, first);
    });
  });
}

test("[AC-203] a table whose head is known in part leads to its columns, and its unit is named once", async ({
  page,
}) => {
  test.slow();
  await signIn(page, "vanphong");
  const source = `Bảng dở ${Date.now().toString(36)}`;
  const head =
    "Đơn vị,Tiếp nhận tổng số,Đã giải quyết,Đã giải quyết đúng hạn,Đã giải quyết trễ hạn,Đã giải quyết quá hạn";
  const file = (row: string) => ["Tháng 5 năm 2016", head, row].join("\r\n");
  await offer(page, source, "bang.csv", file("UB Bình Tân cũ,100,100,95,5,0"));
  await expect(page.getByRole("alert").filter({ hasText: "cùng một nghĩa" })).toBeVisible(patient);
  await page.getByRole("link", { name: "Ghép cột của bảng tổng hợp" }).click();
  await expect(page.locator('select[name="column-4"]')).toHaveValue("late");
  await expect(page.locator('select[name="column-5"]')).toHaveValue("");
  await press(page, "Ghi nhớ và xem trước");
  await expect(heading(page)).toHaveText("Không có gì để ghi", patient);
  await page.getByRole("link", { name: /^Ghép tên đơn vị/ }).click();
  const unit = page.getByRole("combobox", { name: '"UB Bình Tân cũ" là' });
  await unit.selectOption({ label: "Xã Bình Tân - Huyện Tây Sơn" });
  await press(page, "Ghi nhớ và đọc thử lại");
  await expect(heading(page)).toHaveText("Sẽ ghi 1 dòng của bảng tổng hợp", patient);
  await press(page, /^Hủy/);
  await expect(heading(page)).toHaveText("Đã hủy, số liệu không thay đổi");
});
