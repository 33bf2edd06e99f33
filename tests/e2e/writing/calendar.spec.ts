import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { runOperator } from "../operator";
import { signIn } from "../sign-in";

test.describe.configure({ mode: "serial" });

type Entry = { day: string; kind: "off" | "work"; place?: string };

async function fillEdit(page: Page, { day, kind, place }: Entry): Promise<void> {
  const form = page.locator('form[action="/calendar/preview"]');
  await form.locator('input[name="day"]').fill(day);
  await form.locator('select[name="kind"]').selectOption(kind);
  if (place) await form.locator('select[name="unit"]').selectOption({ label: place });
  await form.locator('input[name="name"]').fill("Nghỉ phòng, chống mưa lũ");
  await form.locator('input[name="basis"]').fill("Công điện 01/CĐ-UBND");
  await form.locator('button[type="submit"]').click();
}

function verify(): { differences: unknown[] } {
  return JSON.parse(runOperator(["verify", "--province", "binh-dinh", "--samples", "1", "--json"]));
}

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const MOVED = /132 hồ sơ đang giải quyết và 327 hồ sơ đã kết thúc đổi hạn tính/;

test("[AC-20] a make-up day on a working day is refused with a sentence, without JavaScript", async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signIn(page, "vanphong");
  await page.goto("/calendar?year=2020");
  await expect(heading(page)).toContainText("Năm 2020");
  await fillEdit(page, { day: "2020-10-12", kind: "work" });
  await expect(heading(page)).toContainText("không công bố được");
  await expect(page.getByRole("alert")).toContainText("Ngày 12/10/2020 vốn là ngày làm việc");
  await expect(page.getByRole("button", { name: /Công bố/ })).toHaveCount(0);
});

test("[AC-21] a local closure is previewed, published and undone; the counts go back to the start", async ({
  browser,
}) => {
  test.slow();
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signIn(page, "vanphong");
  await page.goto("/ranking?unit=52&level=district&from=2020-01-01&to=2020-10-31");
  const ranking = await page.locator("main table").first().textContent();

  await page.goto("/calendar?year=2020");
  await fillEdit(page, { day: "2020-10-19", kind: "off", place: "Huyện Tây Sơn (đến trước 01/07/2025)" });
  await expect(heading(page)).toContainText(MOVED);
  await expect(page.getByText("Ngày hẹn trên phiếu: không hồ sơ nào bị dời")).toBeVisible();
  await expect(page.getByRole("row", { name: /Xã Bình Tân/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /Tuy Phước/ })).toHaveCount(0);

  await page.locator('input[name="note"]').fill("Mưa lũ");
  await page.getByRole("button", { name: /Công bố phiên bản/ }).click();
  await expect(page.getByRole("status")).toContainText("Đã công bố phiên bản");
  await expect(page.getByRole("row", { name: /19\/10\/2020.*Huyện Tây Sơn/ })).toBeVisible();
  expect(verify().differences).toEqual([]);
  await page.goto("/ranking?unit=52&level=district&from=2020-01-01&to=2020-10-31");
  expect(await page.locator("main table").first().textContent()).toBe(ranking);

  await page.goto("/calendar?year=2020");
  await page.getByRole("link", { name: /Hoàn tác phiên bản/ }).click();
  await expect(heading(page)).toContainText(MOVED);
  await page.getByRole("button", { name: /Hoàn tác/ }).click();
  await expect(page.getByRole("status")).toContainText("Đã công bố phiên bản");
  await expect(page.getByRole("rowheader", { name: /19\/10\/2020/ })).toHaveCount(0);
  expect(verify().differences).toEqual([]);
});

test("[AC-22] other roles read the calendar and cannot change it", async ({ page }) => {
  await signIn(page, "tayson");
  await page.goto("/calendar?year=2020");
  await expect(page.getByRole("row", { name: /Quốc khánh/ }).first()).toBeVisible();
  await expect(page.locator('form[action="/calendar/preview"]')).toHaveCount(0);
  await expect(page.getByRole("link", { name: /Hoàn tác|Bỏ ngày/ })).toHaveCount(0);
  await page.goto("/calendar/preview?undo=3");
  await expect(heading(page)).toContainText(/không tìm thấy/i);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`[AC-23] the calendar and its preview pass axe, wide and narrow (${colorScheme})`, async ({ browser }) => {
    test.slow();
    const page = await (await browser.newContext({ colorScheme })).newPage();
    await signIn(page, "vanphong");
    const edit = { action: "remove", day: "2020-09-02", unitId: null };
    const preview = `/calendar/preview?edit=${encodeURIComponent(JSON.stringify(edit))}`;
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      for (const path of ["/calendar?year=2020", "/calendar?year=2027", preview]) {
        await page.goto(path);
        await expect(page.locator("h1"), path).toHaveCount(1);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(({ id, nodes }) => ({ id, target: nodes[0]?.target })),
          path,
        ).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `${path} at ${width} px scrolls sideways`).toBeLessThanOrEqual(0);
      }
    }
  });
}
