import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import pg from "pg";
import { signIn } from "../sign-in";

const HEADER = "Mã hồ sơ,Đơn vị tiếp nhận,Ngày nhận,Ngày hẹn trả,Ngày kết thúc xử lý,Trạng thái,Mã thủ tục";
const MONTHS = "from=2023-01-01&to=2023-02-28";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const patient = { timeout: 30_000 };
const run = Date.now().toString(36).toUpperCase();

async function procedureCode(): Promise<string> {
  const lines = (await readFile("seeds/procedures.csv", "utf8")).split("\n");
  return lines.find((line) => line.includes(",workingDay,"))?.split(",")[0] ?? "";
}

/** One late dossier of each unit. */
async function upload(page: Page, fileName: string, units: readonly string[]): Promise<string> {
  const procedure = await procedureCode();
  const rows = units.map(
    (unit, at) => `CHAY-${run}-${fileName}-${at},${unit},06/02/2023,10/02/2023,15/02/2023,Đã xử lý xong,${procedure}`,
  );
  await page.goto("/imports/new");
  await page.locator('input[name="sourceName"]').fill(`Đang chạy ${run}`);
  await page.locator('input[name="asOf"]').fill("2023-02-28T17:00");
  await page.locator('input[name="file"]').setInputFiles({
    name: fileName,
    mimeType: "text/csv",
    buffer: Buffer.from(`\uFEFF${[HEADER, ...rows].join("\r\n")}\r\n`),
  });
  await page.locator('form:has(input[name="file"]) button[type="submit"]').click();
  await page.waitForURL(/\/imports\/\d+/);
  return page.url();
}

async function unitsOf(page: Page): Promise<string[]> {
  const names: string[] = [];
  for (const level of ["department", "district"]) {
    const { rows } = await (await page.request.get(`/api/v1/ranking?unit=62&level=${level}&${MONTHS}`)).json();
    names.push(...rows.map((row: { name: string }) => row.name));
  }
  return names;
}

async function hasBegun(database: pg.Client, address: string): Promise<boolean> {
  const batchId = Number(new URL(address).pathname.split("/").at(-1));
  const { rows } = await database.query("SELECT began_at IS NOT NULL AS begun FROM import_batch WHERE id = $1", [
    batchId,
  ]);
  return rows[0]?.begun === true;
}

test("[AC-73] one file waits for the other and says so, begins by itself; either is cancelled while it runs", async ({
  page,
}) => {
  test.slow();
  test.skip(process.env.E2E_DATABASE_URL === undefined, "needs the database to hold an import up");
  await signIn(page, "kontum");
  const other = new pg.Client({ connectionString: process.env.E2E_DATABASE_URL });
  await other.connect();
  try {
    await other.query("BEGIN");
    await other.query("LOCK TABLE dossier IN SHARE MODE");
    const first = await upload(page, "tep-mot.csv", ["Sở Tư pháp"]);
    await expect(heading(page)).toHaveText("Đang đọc thử, chưa ghi gì", patient);
    await expect(page.getByRole("progressbar")).toBeVisible();
    // Its reader has to start before it is its turn; the next one's might be quicker.
    await expect.poll(() => hasBegun(other, first), patient).toBe(true);
    const second = await upload(page, "tep-hai.csv", ["Sở Tư pháp"]);
    const third = await upload(page, "tep-ba.csv", ["Sở Tư pháp"]);
    for (const address of [second, third]) {
      await page.goto(address);
      await expect(heading(page)).toHaveText("Đang chờ đến lượt, chưa ghi gì", patient);
      await expect(page.getByRole("status")).toContainText(/Đang chờ lần nhập \d+ \(tep-mot\.csv\) xong/);
    }
    await page.reload();
    await page.getByRole("button", { name: "Dừng và hủy, không ghi gì" }).click();
    await expect(heading(page)).toHaveText("Đã hủy, số liệu không thay đổi", patient);
    await page.goto("/imports");
    await expect(page.getByRole("row", { name: /tep-hai\.csv/ }).first()).toContainText("Đang chờ lượt");
    await page.goto(first);
    await page.getByRole("button", { name: "Dừng và hủy, không ghi gì" }).click();
    await expect(heading(page)).toHaveText("Đã hủy, số liệu không thay đổi", patient);
    await page.goto(second);
    await expect(heading(page)).toHaveText("Đang đọc thử, chưa ghi gì", patient);
    await other.query("ROLLBACK");
    await expect(heading(page)).toHaveText(/^Sẽ ghi 1 hồ sơ/, patient);
  } finally {
    await other.end();
  }
});

test("[AC-74] the preview of a file that moves many units is short on a phone, and passes axe", async ({ page }) => {
  test.slow();
  await signIn(page, "kontum");
  await upload(page, "nhieu-don-vi.csv", await unitsOf(page));
  await expect(heading(page)).toHaveText(/^Sẽ ghi/, patient);
  const rest = page.locator("#rates ~ details, section:has(#rates) details").first();
  await expect(page.locator("[data-moved]").filter({ visible: true })).toHaveCount(20);
  for (const [width, colorScheme] of [
    [1440, "light"],
    [390, "dark"],
    [360, "light"],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => ({ id, target: nodes[0]?.target }))).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `${width} px scrolls sideways`).toBeLessThanOrEqual(0);
  }
  await rest.locator("summary").click();
  expect(await page.locator("[data-moved]").filter({ visible: true }).count()).toBeGreaterThan(20);
});
