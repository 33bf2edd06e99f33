import { expect, test } from "@playwright/test";
import { TAY_SON_2020 } from "../support/published-figures";
import { signIn } from "./sign-in";

const { district, from, to } = TAY_SON_2020;

test("[AC-06] a late dossier shows when its time ran out, the days skipped with their document, and why", async ({
  page,
}) => {
  await signIn(page, "tayson");
  await page.goto(`/ranking?unit=${district}&level=commune&from=${from}&to=${to}`);
  await page.locator('tr[data-row="total"] a[href*="measure=late"]').click();
  await expect(page).toHaveURL(/\/dossiers\?/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("hồ sơ trễ hạn");
  await page.getByRole("rowheader").getByRole("link").first().click();
  await expect(page).toHaveURL(/\/dossiers\/\d+\?/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Trễ hạn \d+ ngày làm việc: hẹn trả ngày /);
  const life = page.getByRole("list").filter({ hasText: "Tiếp nhận" }).filter({ hasText: "Hẹn trả" });
  await expect(life).toContainText("Bắt đầu quá hạn");
  await expect(life).toContainText("Thứ bảy, Chủ nhật");
  await expect(life).toContainText("Bộ luật Lao động");
  await expect(page.locator("main")).toContainText("số ngày làm việc đã dùng");
  await expect(page.locator("main")).toContainText("Lịch làm việc phiên bản");
});

test("[AC-06] a list can be narrowed by field and kept to its unit and period", async ({ page }) => {
  await signIn(page, "tayson");
  await page.goto(`/dossiers?measure=late&from=${from}&to=${to}`);
  await page.locator('select[name="fieldId"]').selectOption({ label: "Đất đai" });
  await page.locator('form:has(select[name="fieldId"]) button[type="submit"]').click();
  await expect(page).toHaveURL(/fieldId=\d+/);
  await expect(page.locator("main")).toContainText("10 tháng đầu năm 2020 · Đất đai");
  for (const row of await page.locator("tbody tr").all()) await expect(row).toContainText("Đất đai");
});
