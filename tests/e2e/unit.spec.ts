import { expect, test } from "@playwright/test";
import { TAY_SON_2020 } from "../support/published-figures";
import { signIn } from "./sign-in";

test("[AC-03] the district's chair is met by the finding: 93,96%, 200 dossiers short of 95%", async ({ page }) => {
  await signIn(page, "tayson");
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toContainText(TAY_SON_2020.onTimePercent);
  await expect(heading).toContainText(`thiếu ${TAY_SON_2020.missingTo95} hồ sơ so với mức 95%`);
  await expect(page.locator("main")).toContainText("10 tháng đầu năm 2020");
  await expect(page.getByText("Dữ liệu minh họa", { exact: true })).toBeVisible();
});

test("[AC-03] the form's total is the sum of its fields, and its identities hold", async ({ page }) => {
  await signIn(page, "tayson");
  await page.getByRole("link", { name: "Đơn vị", exact: true }).click();
  const table = page.getByRole("region", { name: /Biểu II\.06a/ }).getByRole("table");
  const numbersOf = async (row: ReturnType<typeof table.locator>): Promise<number[]> =>
    (await row.locator("td.num").allTextContents()).slice(-12, -1).map((text) => Number(text.replaceAll(".", "")));
  await expect(table.locator('tr[data-row="total"]')).toBeVisible();
  const total = await numbersOf(table.locator('tr[data-row="total"]'));
  const sums = total.map(() => 0);
  for (const row of await table.locator("tbody tr").all()) {
    for (const [index, count] of (await numbersOf(row)).entries()) sums[index] = (sums[index] ?? 0) + count;
  }
  expect(sums).toEqual(total);
  const [c3 = 0, c4 = 0, c5 = 0, c6 = 0, c7 = 0, c8 = 0, c9 = 0, c10 = 0, c11 = 0, c12 = 0, c13 = 0] = total;
  expect(c10).toBe(TAY_SON_2020.late);
  expect(c3).toBe(c4 + c5 + c6);
  expect(c3).toBe(c7 + c11);
  expect(c7).toBe(c8 + c9 + c10);
  expect(c11).toBe(c12 + c13);
});

test("[AC-171] a commune that hardly uses the software says so, beside the middle one", async ({ page }) => {
  await signIn(page, "thanhtra");
  await page
    .locator("section", { has: page.locator("#usage") })
    .getByRole("link", { name: "Xã Cát Hải" })
    .click();
  const line = page.getByText("Hầu như không dùng phần mềm:").locator("..");
  await expect(line).toContainText(/bằng \d+% của đơn vị ở giữa trong 159 xã, phường, thị trấn của tỉnh/);
  const count = await line.getByRole("link").textContent();
  await line.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`${count} hồ sơ tiếp nhận trong kỳ`);
});
