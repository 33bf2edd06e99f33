import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { signIn } from "../sign-in";

/** A word that no run before has used. */
const run = Date.now().toString(36);

async function save(page: Page, name: string, choose: () => Promise<void> = async () => {}): Promise<void> {
  await page.getByRole("link", { name: /Lưu cách xem này/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Lưu cách xem");
  await page.getByLabel("Tên", { exact: true }).fill(name);
  await choose();
  await page.getByRole("button", { name: "Lưu", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("cách xem đã lưu");
}

async function remove(page: Page, name: string): Promise<void> {
  await page.goto("/views");
  const row = page.getByRole("row", { name: new RegExp(name) });
  await row.locator("summary").click();
  await row.getByRole("button", { name: "Xóa hẳn" }).click();
  await expect(page.getByRole("row", { name: new RegExp(name) })).toHaveCount(0);
}

test("[AC-90] a view is kept, starred on the first page, opened and forgotten", async ({ page }) => {
  const name = `Xã của huyện ${run}`;
  await signIn(page, "tayson");
  await page.goto("/ranking?unit=547&level=commune&from=2020-09-01&to=2020-09-30&formula=due");
  await save(page, name);
  await page.goto("/");
  await page.getByRole("navigation", { name: "Đã gắn sao" }).getByRole("link", { name }).click();
  await expect(page).toHaveURL(/\/ranking\?/);
  const { searchParams } = new URL(page.url());
  // September is the month before the as-of day's: kept as such.
  expect(Object.fromEntries(searchParams)).toEqual({
    level: "commune",
    formula: "due",
    from: "2020-09-01",
    to: "2020-09-30",
  });
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Tây Sơn");
  await page.goto("/views");
  await expect(page.getByRole("row", { name: new RegExp(name) })).toContainText("Tháng trước");
  await page.getByRole("button", { name: `Bỏ sao của ${name}` }).click();
  await expect(page.getByRole("button", { name: `Gắn sao cho ${name}` })).toBeVisible();
  await page.goto("/");
  await expect(page.getByRole("link", { name })).toHaveCount(0);
  await remove(page, name);
});

test("[AC-91] a shared view shows each reader its own unit, and nobody what it may not see", async ({ browser }) => {
  const [own, fixed] = [`Của đơn vị tôi ${run}`, `Huyện Phù Mỹ ${run}`];
  const office = await (await browser.newContext()).newPage();
  await signIn(office, "vanphong");
  await office.goto("/ranking?unit=52&level=district&from=2020-01-01&to=2020-10-31");
  await save(office, own, async () => office.getByLabel(/Chia sẻ/).check());
  await office.getByRole("link", { name: "Xếp hạng", exact: true }).click();
  await office.getByRole("link", { name: "Huyện Phù Mỹ", exact: true }).click();
  await expect(office).toHaveURL(/\/units\/\d+/);
  await expect(office.getByRole("heading", { level: 1 })).toContainText("Phù Mỹ");
  await save(office, fixed, async () => office.getByLabel(/Chia sẻ/).check());

  const commune = await (await browser.newContext()).newPage();
  await signIn(commune, "binhtan");
  await commune.goto("/views");
  await expect(commune.getByRole("link", { name: fixed })).toHaveCount(0);
  await commune.getByRole("link", { name: own }).click();
  await expect(commune).toHaveURL(/\/ranking\?from=2020-01-01&to=2020-10-31$/);
  await expect(commune.locator("main")).toContainText("Xã Bình Tân");
  await commune.goto("/views");
  await expect(commune.getByRole("button", { name: "Xóa hẳn" })).toHaveCount(0);
  await remove(office, own);
  await remove(office, fixed);
  const gone = await commune.goto("/views/999999");
  expect(gone?.status()).toBe(404);
});

test("[AC-90] keeping a view needs no script, refuses a name twice and every address but ours", async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const name = `Không script ${run}`;
  await signIn(page, "tayson");
  await page.goto("/quality?unit=547");
  await save(page, name, async () => {
    await page.locator('select[name="period"]').selectOption("firstMonths");
  });
  await page.goto("/quality?unit=547");
  await page.getByRole("link", { name: /Lưu cách xem này/ }).click();
  await page.getByLabel("Tên", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Lưu", exact: true }).click();
  await expect(page.getByText("Đã có một cách xem mang tên này")).toBeVisible();
  await expect(page.getByLabel("Tên", { exact: true })).toHaveValue(name);
  for (const of of ["https://elsewhere.example/", "//elsewhere.example", "/imports"]) {
    const answer = await page.goto(`/views/new?${new URLSearchParams({ of })}`);
    expect(answer?.status()).toBe(404);
  }
  await remove(page, name);
});

test("[AC-90] kept views and the form pass axe, wide and narrow", async ({ page }) => {
  const name = `Trang đơn vị ${run}`;
  await signIn(page, "tayson");
  await page.getByRole("link", { name: "Đơn vị", exact: true }).click();
  await expect(page).toHaveURL(/\/units\/\d+/);
  await save(page, name);
  for (const path of ["/views", "/views/new?of=%2Franking%3Funit%3D547", "/"]) {
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => ({ path, id, target: nodes[0]?.target }))).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `${path} at ${width}`).toBeLessThanOrEqual(0);
    }
  }
  await remove(page, name);
});
