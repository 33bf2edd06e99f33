import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { writeXlsx } from "hucre";
import { signIn } from "../sign-in";

const AS_OF = "2023-02-28T17:00";
const patient = { timeout: 30_000 };
const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** A procedure that is counted in working days. */
async function procedureCode(): Promise<string> {
  const lines = (await readFile("seeds/procedures.csv", "utf8")).split("\n");
  return lines.find((line) => line.includes(",workingDay,"))?.split(",")[0] ?? "";
}

async function offer(page: Page, sourceName: string, name: string, content: string | Uint8Array): Promise<void> {
  await page.goto("/imports/new");
  await page.locator('input[name="sourceName"]').fill(sourceName);
  await page.locator('input[name="asOf"]').fill(AS_OF);
  const file = { name, mimeType: "application/octet-stream", buffer: Buffer.from(content) };
  await page.locator('input[name="file"]').setInputFiles(file);
  await page.locator('form:has(input[name="file"]) button[type="submit"]').click();
  await page.waitForURL(/\/imports\/\d+/);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test(`[AC-25] a list in a layout nobody knows is taken in three steps (JavaScript: ${javaScriptEnabled})`, async ({
      page,
    }) => {
      test.slow();
      await signIn(page, "kontum");
      const procedure = await procedureCode();
      const run = `${Date.now().toString(36).toUpperCase()}${javaScriptEnabled ? "J" : "N"}`;
      const list = (numbers: readonly number[]) =>
        `DANH SÁCH\r\nSố HS,Nơi nộp,Loại việc,Kết quả,Bắt đầu,Phải xong,Xong\r\n${numbers
          .map((at) => `${run}-${at},Sở TP,${procedure},Đã trả kết quả,06/02/2023,20/02/2023,15/02/2023\r\n`)
          .join("")}`;

      await offer(page, `Kho ${run}`, "danh-sach.csv", list([1, 2]));
      await expect(heading(page)).toHaveText("Không nhập được, số liệu không thay đổi", patient);

      await page.getByRole("link", { name: "Ghép cột của tệp" }).click();
      await expect(heading(page)).toHaveText("Cho biết mỗi cột của tệp là gì");
      await expect(page.getByRole("row", { name: /dòng tiêu đề/ })).toContainText("Số HS");
      const choices = { code: 0, receivingUnit: 1, procedureCode: 2, status: 3, received: 4, due: 5, finished: 6 };
      for (const [column, position] of Object.entries(choices)) {
        await page.locator(`select[name="column-${column}"]`).selectOption(String(position));
      }
      await page.getByRole("button", { name: "Ghi nhớ và xem trước" }).click();
      await expect(heading(page)).toHaveText("Không có gì để ghi", patient);

      await page.getByRole("link", { name: /Ghép tên đơn vị/ }).click();
      await page.getByRole("combobox", { name: '"Sở TP" là' }).selectOption({ label: "Sở Tư pháp - Tỉnh Kon Tum" });
      await page.getByRole("button", { name: "Ghi nhớ và đọc thử lại" }).click();
      await expect(heading(page)).toHaveText("Sẽ ghi 2 hồ sơ: 2 mới, 0 thay đổi", patient);
      await page.getByRole("button", { name: "Xác nhận ghi" }).click();
      await expect(heading(page)).toHaveText("Đã ghi 2 hồ sơ: 2 mới, 0 thay đổi", patient);

      await offer(page, `Kho ${run}`, "danh-sach-2.csv", list([1, 2, 3]));
      await expect(heading(page)).toHaveText("Sẽ ghi 1 hồ sơ: 1 mới, 0 thay đổi", patient);
    });
  });
}

test("[AC-101] a word for a status is explained, listed with what it means, and taken back without JavaScript", async ({
  browser,
}) => {
  test.slow();
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signIn(page, "kontum");
  const procedure = await procedureCode();
  const run = Date.now().toString(36).toUpperCase();
  const word = `Hoàn tất ${run}`;
  const text = `Mã hồ sơ,Đơn vị tiếp nhận,Mã thủ tục,Trạng thái,Ngày nhận,Ngày kết thúc xử lý\r\nTT-${run},Sở Tư pháp,${procedure},${word},06/02/2023,15/02/2023\r\n`;
  await offer(page, `Kho trạng thái ${run}`, "danh-sach.csv", text);
  await expect(heading(page)).toHaveText("Không có gì để ghi", patient);
  await page.getByRole("link", { name: /^Ghép tên đơn vị/ }).click();
  await page.getByRole("combobox", { name: `"${word}" là` }).selectOption({ label: "Đã trả kết quả" });
  await page.getByRole("button", { name: "Ghi nhớ và đọc thử lại" }).click();
  await expect(heading(page)).toHaveText("Sẽ ghi 1 hồ sơ: 1 mới, 0 thay đổi", patient);

  await page.goto("/imports");
  await page.getByRole("link", { name: /^Cách hiểu tệp của từng nguồn/ }).click();
  const said = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: word }) });
  await expect(said).toContainText("Đã trả kết quả");
  await said.getByRole("button").click();
  await expect(page.getByRole("rowheader", { name: word })).toHaveCount(0);
  await expect(page.locator("main")).toContainText("Cách hiểu tệp của từng nguồn");

  await offer(page, `Kho trạng thái ${run}`, "danh-sach.csv", text);
  await expect(heading(page)).toHaveText("Không có gì để ghi", patient);
});

test("[AC-102] of a workbook with several lists the first is previewed, and another is chosen without JavaScript", async ({
  browser,
}) => {
  test.slow();
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signIn(page, "kontum");
  const procedure = await procedureCode();
  const run = Date.now().toString(36).toUpperCase();
  const head = ["Mã hồ sơ", "Đơn vị tiếp nhận", "Mã thủ tục", "Trạng thái", "Ngày nhận", "Ngày kết thúc xử lý"];
  const row = (at: number) => [
    `TR-${run}-${at}`,
    "Sở Tư pháp",
    procedure,
    "Đã trả kết quả",
    "06/02/2023",
    "15/02/2023",
  ];
  const sheets = [
    { name: "Tháng 1", rows: [head, row(1)] },
    { name: "Tháng 2", rows: [head, row(2), row(3)] },
  ];
  await offer(page, `Kho trang ${run}`, "danh-sach.xlsx", await writeXlsx({ sheets }));
  await expect(heading(page)).toHaveText("Sẽ ghi 1 hồ sơ: 1 mới, 0 thay đổi", patient);
  await expect(page.locator("[data-sheets]")).toContainText('Chưa đọc: "Tháng 2"');
  await page.getByRole("combobox", { name: "Đọc trang" }).selectOption("Tháng 2");
  await page.getByRole("button", { name: "Đọc trang này" }).click();
  await expect(heading(page)).toHaveText("Sẽ ghi 2 hồ sơ: 2 mới, 0 thay đổi", patient);
  await page.getByRole("button", { name: "Xác nhận ghi" }).click();
  await expect(heading(page)).toHaveText("Đã ghi 2 hồ sơ: 2 mới, 0 thay đổi", patient);
  await expect(page.locator("[data-sheets]")).toContainText('Chưa đọc: "Tháng 1"');
});

test("[AC-26] a web page called .xls is read, and what was left out is told", async ({ page }) => {
  test.slow();
  await signIn(page, "kontum");
  const procedure = await procedureCode();
  const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  const code = `TRANG-${Date.now().toString(36).toUpperCase()}`;
  const table = [
    row(["STT", "Mã hồ sơ", "Đơn vị tiếp nhận", "Mã thủ tục", "Trạng thái", "Ngày nhận", "Ngày kết thúc xử lý"]),
    row(["1", code, "Sở Tư pháp", procedure, "Đã trả kết quả", "06/02/2023", "15/02/2023"]),
    row(["Tổng cộng: 1"]),
  ].join("");
  const text = `<html><meta charset="utf-8"><h3>DANH SÁCH</h3><table>${table}</table></html>`;
  await offer(page, "Phần mềm thử", "danh-sach.xls", text);
  await expect(heading(page)).toHaveText("Sẽ ghi 1 hồ sơ: 1 mới, 0 thay đổi", patient);
  await expect(page.getByText("1 dòng tổng cộng (dòng 3)")).toBeVisible();
  await page.getByRole("button", { name: "Hủy, không ghi gì" }).click();
  await expect(heading(page)).toHaveText("Đã hủy, số liệu không thay đổi");
});

test("[AC-160] a header of two rows that nobody knows is explained as one", async ({ page }) => {
  test.slow();
  await signIn(page, "kontum");
  const procedure = await procedureCode();
  const run = Date.now().toString(36).toUpperCase();
  const list = (at: number) =>
    [
      "DANH SÁCH,,,,,",
      "Số HS,Nơi nộp,Loại việc,Kết quả,Mốc,",
      ",,,,Bắt đầu,Xong",
      `${run}-${at},Sở Tư pháp,${procedure},Đã trả kết quả,06/02/2023,15/02/2023`,
    ].join("\r\n");

  await offer(page, `Hai dòng ${run}`, "danh-sach.csv", list(1));
  await expect(heading(page)).toHaveText("Không nhập được, số liệu không thay đổi", patient);
  await page.getByRole("link", { name: "Ghép cột của tệp" }).click();
  await page.getByLabel("Dòng tiêu đề").selectOption("2");
  await page.getByLabel("Tiêu đề gồm").selectOption("dòng này và 1 dòng dưới");
  await page.getByRole("button", { name: "Xem lại theo dòng này" }).click();
  await expect(page.getByRole("row", { name: /dòng tiêu đề/ })).toHaveCount(2);
  const choices = { code: 0, receivingUnit: 1, procedureCode: 2, status: 3, received: 4, finished: 5 };
  for (const [column, position] of Object.entries(choices)) {
    await page.locator(`select[name="column-${column}"]`).selectOption(String(position));
  }
  await expect(page.locator('select[name="column-received"] option:checked')).toHaveText("E: Mốc Bắt đầu");
  await page.getByRole("button", { name: "Ghi nhớ và xem trước" }).click();
  await expect(heading(page)).toHaveText("Sẽ ghi 1 hồ sơ: 1 mới, 0 thay đổi", patient);
  await page.getByRole("button", { name: "Hủy" }).click();

  await offer(page, `Hai dòng ${run}`, "danh-sach.csv", list(2));
  await expect(heading(page)).toHaveText("Sẽ ghi 1 hồ sơ: 1 mới, 0 thay đổi", patient);
});
