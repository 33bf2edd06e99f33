import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { readXlsx } from "hucre";
import { signIn } from "../sign-in";

const AS_OF = "2023-02-28T17:00";
const MONTH = "unit=62&level=department&from=2023-02-01&to=2023-02-28";
const HEADER = "Mã hồ sơ,Đơn vị tiếp nhận,Ngày nhận,Ngày hẹn trả,Ngày kết thúc xử lý,Trạng thái,Mã thủ tục";

type List = { readonly name: string; readonly mimeType: "text/csv"; readonly buffer: Buffer };

function listOf(rows: readonly string[]): List {
  const text = `\uFEFFDANH SÁCH HỒ SƠ\r\n${[HEADER, ...rows].join("\r\n")}\r\n`;
  return { name: "Danh sách tháng 2.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
}

/** Codes of dossiers that no run before has used. */
function newCodes(count: number): string[] {
  const run = Date.now().toString(36).toUpperCase();
  return Array.from({ length: count }, (_, index) => `THU-${run}-${index + 1}`);
}

/** A procedure that is counted in working days. */
async function procedureCode(): Promise<string> {
  const lines = (await readFile("seeds/procedures.csv", "utf8")).split("\n");
  return lines.find((line) => line.includes(",workingDay,"))?.split(",")[0] ?? "";
}

async function offer(page: Page, file: List): Promise<void> {
  await page.goto("/imports/new");
  await page.locator('input[name="sourceName"]').fill("Phần mềm thử");
  await page.locator('input[name="asOf"]').fill(AS_OF);
  await page.locator('input[name="file"]').setInputFiles(file);
  await page.locator('form:has(input[name="file"]) button[type="submit"]').click();
  await page.waitForURL(/\/imports\/\d+/);
}

async function received(page: Page): Promise<number> {
  const response = await page.request.get(`/api/v1/ranking?${MONTH}`);
  return (await response.json()).total.received;
}

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const count = (page: Page, name: string) => page.locator(`[data-count="${name}"]`);
const patient = { timeout: 30_000 };

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test(`[AC-09] a list is previewed, confirmed, counted; again it changes nothing (JavaScript: ${javaScriptEnabled})`, async ({
      page,
    }) => {
      test.slow();
      await signIn(page, "kontum");
      const procedure = await procedureCode();
      const file = listOf(
        newCodes(2).map(
          (code) => `${code},Sở Tư pháp,06/02/2023 08:15,20/02/2023,15/02/2023 10:00,Đã trả kết quả,${procedure}`,
        ),
      );
      const before = await received(page);

      await offer(page, file);
      await expect(heading(page)).toHaveText("Sẽ ghi 2 hồ sơ: 2 mới, 0 thay đổi", patient);
      expect(await received(page), "a preview writes nothing").toBe(before);

      await page.getByRole("button", { name: "Xác nhận ghi" }).click();
      await expect(heading(page)).toHaveText("Đã ghi 2 hồ sơ: 2 mới, 0 thay đổi", patient);
      expect(await received(page)).toBe(before + 2);

      await offer(page, file);
      await expect(heading(page)).toHaveText("Không có gì để ghi", patient);
      await expect(count(page, "unchanged")).toHaveText("2");
      await page.getByRole("button", { name: "Ghi nhận lần nhập" }).click();
      await expect(heading(page)).toHaveText("Đã đối chiếu, không có gì thay đổi", patient);
      expect(await received(page)).toBe(before + 2);

      await page.goto("/imports");
      await expect(page.getByRole("row", { name: /Danh sách tháng 2\.csv/ }).first()).toContainText("Đã ghi");
    });
  });
}

test("[AC-10] wrong rows are listed with row, column and sentence, and the good ones are offered", async ({ page }) => {
  test.slow();
  await signIn(page, "kontum");
  const procedure = await procedureCode();
  const [good = "", noDay = "", strange = ""] = newCodes(3);
  await offer(
    page,
    listOf([
      `${good},Sở Tư pháp,06/02/2023,20/02/2023,15/02/2023,Đã trả kết quả,${procedure}`,
      `${noDay},Sở Tư pháp,31/13/2023,20/02/2023,,Đang xử lý,${procedure}`,
      `${strange},Sở Không Có Thật,06/02/2023,20/02/2023,,Đang xử lý,${procedure}`,
    ]),
  );
  await expect(heading(page)).toHaveText("Sẽ ghi 1 hồ sơ: 1 mới, 0 thay đổi", patient);
  await expect(count(page, "rejected")).toHaveText("2");
  const problems = page.getByRole("row").filter({ hasText: "THU-" });
  await expect(problems.filter({ hasText: noDay })).toContainText(/^4.*Ngày nhận/);
  await expect(problems.filter({ hasText: strange })).toContainText("Sở Không Có Thật");

  const download = await page.request.get(
    await page.getByRole("link", { name: "Tải tất cả lỗi (CSV)" }).getAttribute("href").then(String),
  );
  const csv = (await download.body()).toString();
  expect(csv.charCodeAt(0)).toBe(0xfeff);
  expect(csv.trim().split("\r\n")).toHaveLength(3);

  await page.getByRole("button", { name: "Hủy, không ghi gì" }).click();
  await expect(heading(page)).toHaveText("Đã hủy, số liệu không thay đổi");
});

test("[AC-27] rejected rows come back with their columns, are corrected and sent again, and all of it is undone", async ({
  page,
}) => {
  test.slow();
  await signIn(page, "kontum");
  const procedure = await procedureCode();
  const before = await received(page);
  const [good = "", noDay = "", strange = ""] = newCodes(3);
  const row = (code: string, unit: string, day: string) =>
    `${code},${unit},${day},20/02/2023,15/02/2023,Đã trả kết quả,${procedure}`;
  await offer(
    page,
    listOf([
      row(good, "Sở Tư pháp", "06/02/2023"),
      row(noDay, "Sở Tư pháp", "31/13/2023"),
      row(strange, "Sở Không Có Thật", "06/02/2023"),
    ]),
  );
  await expect(heading(page)).toHaveText("Sẽ ghi 1 hồ sơ: 1 mới, 0 thay đổi", patient);
  await page.getByRole("button", { name: "Xác nhận ghi" }).click();
  await expect(heading(page)).toHaveText("Đã ghi 1 hồ sơ: 1 mới, 0 thay đổi", patient);

  const link = page.getByRole("link", { name: /Tải các dòng bị loại/ });
  const download = await page.request.get(await link.getAttribute("href").then(String));
  const workbook = await readXlsx(new Uint8Array(await download.body()));
  const cells = (workbook.sheets[0]?.rows ?? []).map((line) => line.map((cell) => String(cell ?? "")));
  const head = cells.findIndex((line) => line.includes("Mã hồ sơ"));
  const returned = cells.slice(head + 1).filter((line) => line.includes(noDay) || line.includes(strange));
  expect(returned).toHaveLength(2);
  expect(
    returned.every((line) => line.at(-1) !== ""),
    "each row says why",
  ).toBe(true);
  const corrected = returned.map((line) =>
    line.slice(0, -2).map((cell) => cell.replace("31/13/2023", "06/02/2023").replace("Sở Không Có Thật", "Sở Tư pháp")),
  );
  const text = [cells[head]?.slice(0, -2) ?? [], ...corrected].map((line) => line.join(",")).join("\r\n");
  await offer(page, { name: "Sửa lại.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await expect(heading(page)).toHaveText("Sẽ ghi 2 hồ sơ: 2 mới, 0 thay đổi", patient);
  await page.getByRole("button", { name: "Xác nhận ghi" }).click();
  await expect(heading(page)).toHaveText("Đã ghi 2 hồ sơ: 2 mới, 0 thay đổi", patient);
  expect(await received(page)).toBe(before + 3);

  await page.getByText("Hoàn tác lần nhập này").click();
  await page.getByRole("button", { name: "Hoàn tác", exact: true }).click();
  await expect(heading(page)).toHaveText("Đã hoàn tác, số liệu trở lại như trước lần nhập này", patient);
  expect(await received(page)).toBe(before + 1);
});

test("[AC-10] a file that is no list says what it is, and nothing is written", async ({ page }) => {
  await signIn(page, "kontum");
  await offer(page, { name: "bao-cao.csv", mimeType: "text/csv", buffer: Buffer.from("%PDF-1.7 không phải bảng") });
  await expect(heading(page)).toHaveText("Không nhập được, số liệu không thay đổi", patient);
  await expect(page.getByRole("alert").first()).toContainText("PDF");
});

test("the upload is closed to other sites, other roles and strangers", async ({ page, request, baseURL }) => {
  const multipart = { sourceName: "x", asOf: AS_OF, file: listOf([]) };
  const json = { Accept: "application/json" };
  const origin = new URL(baseURL ?? "").origin;
  const stranger = await request.post("/api/imports", { multipart, headers: { ...json, Origin: origin } });
  expect(stranger.status()).toBe(401);
  await signIn(page, "kontum");
  const foreign = await page.request.post("/api/imports", {
    multipart,
    headers: { ...json, Origin: "https://evil.example" },
  });
  expect(foreign.status()).toBe(404);
  const future = await page.request.post("/api/imports", {
    multipart: { ...multipart, asOf: "2999-01-01T00:00" },
    headers: { ...json, Origin: origin },
  });
  expect(future.status()).toBe(400);
  expect(await future.json()).toMatchObject({ error: "invalidInput", message: "Thời điểm số liệu nằm ở tương lai." });
});
