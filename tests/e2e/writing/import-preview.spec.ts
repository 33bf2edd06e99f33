import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { signIn } from "../sign-in";

const HEADER = "Mã hồ sơ,Đơn vị tiếp nhận,Ngày nhận,Ngày hẹn trả,Ngày kết thúc xử lý,Trạng thái,Mã thủ tục";
const YEAR = "unit=62&level=department&from=2023-01-01&to=2023-02-28";
const UNIT = "Sở Tư pháp";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const patient = { timeout: 30_000 };
const run = Date.now().toString(36).toUpperCase();

async function procedureCode(): Promise<string> {
  const lines = (await readFile("seeds/procedures.csv", "utf8")).split("\n");
  return lines.find((line) => line.includes(",workingDay,"))?.split(",")[0] ?? "";
}

/** Dossiers of one unit that are to end on 20/02: each finished on the day told, or still open. */
async function offer(page: Page, sourceName: string, asOf: string, finished: readonly string[]) {
  const procedure = await procedureCode();
  const rows = finished.map(
    (day, at) =>
      `TRUOC-${run}-${at + 1},${UNIT},06/02/2023,20/02/2023,${day},${day === "" ? "Đang xử lý" : "Đã xử lý xong"},${procedure}`,
  );
  await page.goto("/imports/new");
  await page.locator('input[name="sourceName"]').fill(sourceName);
  await page.locator('input[name="asOf"]').fill(asOf);
  await page.locator('input[name="file"]').setInputFiles({
    name: "xem-truoc.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`\uFEFF${[HEADER, ...rows].join("\r\n")}\r\n`),
  });
  await page.locator('form:has(input[name="file"]) button[type="submit"]').click();
  await page.waitForURL(/\/imports\/\d+/);
  await expect(heading(page)).toHaveText(/^Sẽ ghi/, patient);
}

async function confirm(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Xác nhận ghi" }).click();
  await expect(heading(page)).toHaveText(/^Đã ghi/, patient);
}

test("[AC-60] rates, changed dossiers and warnings are shown before anything is written, and come true", async ({
  page,
}) => {
  test.slow();
  await signIn(page, "kontum");
  const source = `Xem trước ${run}`;
  await offer(page, source, "2023-02-27T17:00", ["", "", "15/02/2023", "15/02/2023", "15/02/2023"]);
  await expect(page.locator("[data-warning]")).toHaveCount(0);
  await confirm(page);

  await offer(page, source, "2023-02-28T17:00", ["24/02/2023", "", "15/02/2023", "15/02/2023"]);
  await expect(page.locator('[data-warning="fewerDossiers"]')).toContainText("4 dòng, ít hơn 5 dòng");
  await expect(page.locator('[data-warning="dossiersVanished"]')).toContainText(`TRUOC-${run}-5`);
  const changed = page.locator(`[data-changed="TRUOC-${run}-1"]`);
  await expect(changed.filter({ hasText: "Trạng thái" })).toContainText("Đang xử lýĐã xử lý xong");
  await expect(changed.filter({ hasText: "Ngày kết thúc" })).toContainText("—24/02/2023");
  const moved = page.locator("[data-moved]").filter({ has: page.getByRole("rowheader", { name: UNIT, exact: true }) });
  const shown = await moved.getByRole("cell").allTextContents();
  await confirm(page);

  const { rows } = await (await page.request.get(`/api/v1/ranking?${YEAR}`)).json();
  const unit = rows.find((row: { name: string }) => row.name === UNIT);
  const thousands = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ".");
  expect(shown[2]).toBe(`${thousands(unit.rate.ok)} / ${thousands(unit.rate.of)}`);
});

test("[AC-61] what was previewed before another import is not written, and can be previewed again", async ({
  page,
}) => {
  test.slow();
  await signIn(page, "kontum");
  const source = `Lỗi thời ${run}`;
  await offer(page, source, "2023-02-28T17:00", ["15/02/2023"]);
  const address = page.url();
  await offer(page, `${source} khác`, "2023-02-28T17:00", ["15/02/2023", "16/02/2023"]);
  await confirm(page);
  await page.goto(address);
  await page.getByRole("button", { name: "Xác nhận ghi" }).click();
  await expect(page.getByRole("alert").first()).toContainText("hãy xem trước lại", patient);
  await page.getByRole("button", { name: "Xem trước lại" }).click();
  await expect(heading(page)).toHaveText(/^Sẽ ghi 1 hồ sơ/, patient);
  await confirm(page);
});
