import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import pg from "pg";
import { readBoth } from "../read-both";
import { signIn } from "../sign-in";

const HEADER = "Mã hồ sơ,Đơn vị tiếp nhận,Ngày nhận,Ngày hẹn trả,Ngày kết thúc xử lý,Trạng thái,Mã thủ tục";
const STOP = "Dừng và hủy, không ghi gì";
const CANCELLED = "Đã hủy, số liệu không thay đổi";
/** What the colours of a theme can break; the other rules are the same in each. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];
const THEMES = [
  { colorScheme: "dark", contrast: "no-preference" },
  { colorScheme: "light", contrast: "more" },
  { colorScheme: "dark", contrast: "more" },
] as const;

const patient = { timeout: 30_000 };
const run = Date.now().toString(36).toUpperCase();
const source = `Trạng thái ${run}`;
const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const untilSays = (page: Page, text: string | RegExp) => expect(heading(page)).toHaveText(text, patient);
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** Dossiers of one unit: each finished on the day told, still open, or of a unit nobody knows. */
async function listOf(finished: readonly string[]): Promise<string> {
  const lines = (await readFile("seeds/procedures.csv", "utf8")).split("\n");
  const procedure = lines.find((line) => line.includes(",workingDay,"))?.split(",")[0] ?? "";
  const rows = finished.map((day, at) => {
    const unit = day === "nowhere" ? "Sở Không Có Thật" : "Sở Tư pháp";
    const end = day === "" || day === "nowhere" ? ",Đang xử lý" : `${day},Đã xử lý xong`;
    return `TT-${run}-${at + 1},${unit},06/02/2023,20/02/2023,${end},${procedure}`;
  });
  return `\uFEFF${[HEADER, ...rows].join("\r\n")}\r\n`;
}

async function offer(page: Page, asOf: string, text: string): Promise<string> {
  await page.goto("/imports/new");
  await page.locator('input[name="sourceName"]').fill(source);
  await page.locator('input[name="asOf"]').fill(`2023-02-${asOf}T17:00`);
  const file = { name: "trang-thai.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
  await page.locator('input[name="file"]').setInputFiles(file);
  await page.locator('form:has(input[name="file"]) button[type="submit"]').click();
  await page.waitForURL(/\/imports\/\d+/);
  return page.url();
}

async function problemsOf(page: Page, rules?: string[]): Promise<unknown[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  return violations.map(({ id, nodes }) => ({ id, target: nodes[0]?.target }));
}

/** Passes axe at every width and in every theme, and says the same without JavaScript. */
async function look(page: Page, state: string): Promise<void> {
  const { status, now, served } = await page.evaluate(readBoth);
  expect.soft(status, state).toBe(200);
  expect.soft(served, state).toEqual(now);
  for (const width of [1440, 768, 360]) {
    await page.setViewportSize({ width, height: 900 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect.soft(overflow, `${state}, ${width} px scrolls sideways`).toBeLessThanOrEqual(0);
    if (width !== 768) expect.soft(await problemsOf(page), `${state}, ${width} px`).toEqual([]);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const theme of THEMES) {
    await page.emulateMedia(theme);
    expect.soft(await problemsOf(page, COLOUR_RULES), `${state}, ${JSON.stringify(theme)}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: "light", contrast: "no-preference" });
}

test.beforeEach(async ({ page }) => {
  test.setTimeout(300_000);
  await signIn(page, "kontum");
});

test("[AC-110] the form of an import as it is and with what is wrong: axe, and without JavaScript", async ({
  page,
}) => {
  await page.goto("/imports/new");
  await look(page, "new");
  await page.goto("/imports/new?error=invalidInput&field=asOf&reason=future");
  await expect(page.getByText("Thời điểm số liệu nằm ở tương lai.")).toBeVisible();
  await look(page, "new, with an error");
});

test("[AC-110] an import that failed, for its header, its kind or its age: axe, and without JavaScript", async ({
  page,
}) => {
  await offer(page, "20", "%PDF-1.7 không phải bảng");
  await untilSays(page, "Không nhập được, số liệu không thay đổi");
  await look(page, "failed");
  await offer(page, "20", "DANH SÁCH\r\nSố HS,Nơi nộp,Loại việc\r\n1,Sở Tư pháp,x\r\n");
  await untilSays(page, "Không nhập được, số liệu không thay đổi");
  await look(page, "of an unknown header");
  await page.getByRole("link", { name: "Ghép cột của tệp" }).click();
  await untilSays(page, "Cho biết mỗi cột của tệp là gì");
  await look(page, "mapping of columns");
  const outdated = await offer(page, "20", await listOf(["15/02/2023"]));
  await untilSays(page, /^Sẽ ghi/);
  await offer(page, "21", await listOf(["15/02/2023", ""]));
  await untilSays(page, /^Sẽ ghi/);
  await press(page, "Xác nhận ghi");
  await untilSays(page, /^Đã ghi/);
  await page.goto(outdated);
  await press(page, "Xác nhận ghi");
  await expect(page.getByRole("button", { name: "Xem trước lại" })).toBeVisible(patient);
  await look(page, "outdated");
  await press(page, "Bỏ tệp này");
  await untilSays(page, CANCELLED);
});

test("[AC-110] a table whose head is not known, explained and with a refused row: axe, and without JavaScript", async ({
  page,
}) => {
  const heads = ["TT,Nơi làm,Đầu vào,,Đầu ra,,,Còn lại,", ",,Cộng,Mới,Cộng,Kịp,Chậm,Cộng,Chậm"];
  const rows = ["1,Sở Tư pháp,100,100,80,75,5,20,3", "2,Sở Không Có Thật,x,10,10,10,0,0,0"];
  await offer(page, "20", ["Tháng 3 năm 2016", ...heads, ...rows].join("\r\n"));
  await untilSays(page, "Không nhập được, số liệu không thay đổi");
  await page.getByRole("link", { name: /^Ghép cột/ }).click();
  await untilSays(page, "Cho biết mỗi cột của bảng tổng hợp là gì");
  await look(page, "mapping of a table");
  await press(page, "Ghi nhớ và xem trước");
  await expect(page.getByRole("alert").filter({ hasText: "Thiếu cột bắt buộc" })).toBeVisible();
  await look(page, "mapping of a table, with an error");
  for (const [index, means] of [
    "unit",
    "receivedTotal",
    "receivedInPeriod",
    "resolvedTotal",
    "onTime",
    "late",
  ].entries()) {
    await page.locator(`select[name="column-${index + 1}"]`).selectOption(means);
  }
  await press(page, "Ghi nhớ và xem trước");
  await untilSays(page, "Sẽ ghi 1 dòng của bảng tổng hợp");
  await expect(page.getByRole("link", { name: "Tải các dòng bị loại để sửa" })).toBeVisible(patient);
  await look(page, "a table previewed, with a refused row");
  await page.goto("/imports/mappings");
  await look(page, "mappings, with a table");
  await page.goBack();
  await press(page, "Hủy, không ghi gì");
  await untilSays(page, CANCELLED);
});

test("[AC-110] an import that waits, is read, is written, is there, is undone: axe, and without JavaScript", async ({
  page,
}) => {
  test.skip(process.env.E2E_DATABASE_URL === undefined, "needs the database to hold an import up");
  await offer(page, "24", await listOf(["", "", "15/02/2023", "15/02/2023", "15/02/2023"]));
  await untilSays(page, /^Sẽ ghi/);
  await press(page, "Xác nhận ghi");
  await untilSays(page, /^Đã ghi/);
  const main = await offer(page, "25", await listOf(["24/02/2023", "", "nowhere"]));
  await untilSays(page, /^Sẽ ghi/);
  await expect(page.locator("[data-warning]").first()).toBeVisible();
  await look(page, "previewed, with rejected rows and warnings");
  await page.getByRole("link", { name: /Ghép tên đơn vị/ }).click();
  await page.waitForURL(/\/mapping/);
  await look(page, "mapping of names");
  await page.goto(main);
  const other = new pg.Client({ connectionString: process.env.E2E_DATABASE_URL });
  await other.connect();
  try {
    await other.query("BEGIN");
    await other.query("LOCK TABLE dossier IN SHARE MODE");
    await press(page, "Xác nhận ghi");
    await untilSays(page, "Đang ghi vào số liệu");
    await look(page, "being written");
    const waiting = await offer(page, "26", await listOf(["", ""]));
    await untilSays(page, "Đang chờ đến lượt, chưa ghi gì");
    await look(page, "waiting");
    await press(page, STOP);
    await untilSays(page, CANCELLED);
    await look(page, "cancelled");
    expect(page.url()).toBe(waiting);
    await other.query("ROLLBACK");
    await page.goto(main);
    await untilSays(page, /^Đã ghi/);
    await look(page, "written");
    await other.query("BEGIN");
    await other.query("LOCK TABLE dossier IN SHARE MODE");
    await offer(page, "27", await listOf([""]));
    await untilSays(page, "Đang đọc thử, chưa ghi gì");
    await look(page, "being read");
    await press(page, STOP);
    await untilSays(page, CANCELLED);
  } finally {
    await other.end();
  }
  await page.goto(main);
  await page.getByText("Hoàn tác lần nhập này").click();
  await press(page, "Hoàn tác");
  await untilSays(page, "Đã hoàn tác, số liệu trở lại như trước lần nhập này");
  await look(page, "undone");
});
