import { expect, type Page, test } from "@playwright/test";
import { TAY_SON_2020 } from "../support/published-figures";
import { signIn } from "./sign-in";

const { from, to, resolved, late } = TAY_SON_2020;

async function openUnit(page: Page, account: string): Promise<void> {
  await signIn(page, account);
  await page.getByRole("link", { name: "Đơn vị", exact: true }).click();
  await expect(page).toHaveURL(/\/units\/\d+/);
}

async function openPart(page: Page, name: string): Promise<void> {
  await page.getByRole("navigation", { name: "Các phần của đơn vị" }).getByRole("link", { name, exact: true }).click();
  await expect(page.locator('nav[aria-label="Các phần của đơn vị"] [aria-current="page"]')).toHaveText(name);
}

const numberOf = (text: string | null): number =>
  Number((text ?? "").replaceAll(".", "").match(/\d+/)?.[0] ?? Number.NaN);
const printed = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ".");

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("[AC-80] a unit's parts are links that keep the period; each cut adds up to 19.150 and 1.157", async ({
    page,
  }) => {
    await openUnit(page, "tayson");
    for (const name of ["Thủ tục", "Kênh", "Cán bộ"]) {
      await openPart(page, name);
      expect(page.url()).toContain(`from=${from}&to=${to}`);
      const total = page.locator('tr[data-row="total"]');
      await expect(total).toContainText(printed(resolved));
      const all = page.getByRole("link", { name: /^Xem cả/ });
      if ((await all.count()) > 0) await all.click();
      // On a busy machine the new page has come by now, and not yet all of its rows.
      await page.waitForLoadState();
      const lateCells = await page.locator('tr[data-row="row"] td:nth-child(5)').allTextContents();
      expect(lateCells.map(numberOf).reduce((sum, count) => sum + count, 0)).toBe(late);
    }
  });
});

test("[AC-81] a number of a procedure, a channel and an officer lists as many dossiers, and all can be taken away", async ({
  page,
}) => {
  await openUnit(page, "tayson");
  for (const [name, parameter] of [
    ["Thủ tục", "procedureId="],
    ["Kênh", "channel="],
    ["Cán bộ", "officer="],
  ] as const) {
    await openPart(page, name);
    const address = page.url();
    const file = page.getByRole("list", { name: "Tải bảng này" }).getByRole("link", { name: "CSV", exact: true });
    const response = await page.request.get((await file.getAttribute("href")) ?? "");
    expect(response.status(), name).toBe(200);
    expect(await response.text()).toContain(`,${late},`);
    const link = page.locator('tr[data-row="row"] td:nth-child(5) a').first();
    const count = await link.textContent();
    expect(await link.getAttribute("href")).toContain(parameter);
    await link.click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(`${count} hồ sơ trễ hạn`);
    await page.goto(address);
  }
});

test("[AC-82] a commune has no page of officers, and no list by an officer", async ({ page }) => {
  await openUnit(page, "binhtan");
  const path = new URL(page.url()).pathname;
  const parts = page.getByRole("navigation", { name: "Các phần của đơn vị" });
  await expect(parts.getByRole("link", { name: "Thủ tục" })).toBeVisible();
  await expect(parts.getByRole("link", { name: "Cán bộ" })).toHaveCount(0);
  for (const address of [`${path}/officers`, "/dossiers?officer=A", "/api/reports/officers?format=csv"]) {
    await page.goto(address).catch(() => null);
    expect((await page.request.get(address)).status(), address).toBe(404);
  }
});

test("[AC-83] overdue dossiers by age: each number lists as many, together all of them", async ({ page }) => {
  await openUnit(page, "tayson");
  const table = page.getByRole("table", { name: /theo số ngày làm việc quá hạn/ });
  const counts = (await table.locator("tbody td.num").allTextContents()).map(numberOf);
  const total = numberOf(await table.locator('tr[data-row="total"] td.num').textContent());
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total);
  for (const href of await table
    .locator("tbody a")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")))) {
    const said = await table.locator(`a[href="${href}"]`).textContent();
    const list = await page.request.get(href ?? "");
    expect(await list.text()).toContain(`${said} hồ sơ quá hạn`);
  }
  await expect(page.getByText(/nhóm một phần ba theo số hồ sơ/)).toBeVisible();
});

test("[AC-84] where the time went, and the month ahead with its interval; a past period has no forecast", async ({
  page,
}) => {
  await openUnit(page, "tayson");
  await openPart(page, "Thời gian");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("một nửa số hồ sơ xong");
  const time = page.getByRole("table", { name: "Thời gian đi vào đâu" });
  await expect(time.locator('tr[data-row="total"]')).toContainText(printed(resolved));
  await expect(time).toContainText("Chờ bổ sung giấy tờ");
  const longer = page.locator('a[href*="measure=promiseLonger"]');
  const said = await longer.textContent();
  await longer.click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`${said} hồ sơ`);
  await page.goBack();
  await openPart(page, "Dự báo");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(
    /tháng 11\/2020: dự báo \d+% đúng hạn, từ \d+% đến \d+%/,
  );
  await expect(page.locator("main")).toContainText("Hồ sơ còn được tiếp nhận đến cuối tháng chưa có trong dự báo");
  const address = new URL(page.url());
  await page.goto(`${address.pathname}?from=2020-09-01&to=2020-09-30`);
  await expect(page.locator("main")).toContainText("Kỳ đã qua không có dự báo");
});

test("[AC-130] how likely dossiers in time are to become late: in the work list, in lists ordered by it, of the province", async ({
  page,
}) => {
  await signIn(page, "binhtan");
  const soon = page.getByRole("table", { name: /đến hạn trong 3 ngày làm việc/ });
  await expect(soon.getByRole("columnheader", { name: "Khả năng trễ" })).toBeVisible();
  await page.context().clearCookies();
  await openUnit(page, "vanphong");
  await page.goto("/dossiers?measure=inTime&sort=lateChance");
  const cells = page.locator("tbody tr td:nth-child(6)");
  const said = (await cells.allTextContents()).map((text) => Number(/^[<>]?(\d+)%$/.exec(text)?.[1] ?? -1));
  expect(said).toHaveLength(50);
  expect(said.every((percent) => percent > 0)).toBe(true);
  expect(said).toEqual([...said].sort((a, b) => b - a));
  await expect(page.locator("main")).toContainText("Không phải đánh giá cán bộ nào");
  await page.goto("/dossiers?measure=inTime&from=2020-01-01&to=2020-09-30");
  await expect(page.getByRole("columnheader", { name: "Xong" })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Khả năng trễ" })).toHaveCount(0);

  await page.getByRole("link", { name: "Đơn vị", exact: true }).click();
  await openPart(page, "Dự báo");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/tháng 11\/2020: dự báo \d+% đúng hạn/);
  await page.getByRole("link", { name: "Mọi hồ sơ còn trong hạn" }).click();
  await expect(page).toHaveURL(/sort=lateChance/);
});

test("[AC-131] down from a field to its procedures, officers and dossiers, and back up the path, in one period", async ({
  page,
}) => {
  await openUnit(page, "tayson");
  const fields = page.getByRole("table", { name: /^Theo lĩnh vực/ });
  const row = fields.locator("tbody tr").filter({ hasText: "Đất đai" });
  const late = numberOf(await row.locator('a[href*="measure=late"]').textContent());
  await row.getByRole("link", { name: "Đất đai" }).click();
  await expect(page).toHaveURL(/\/procedures\?.*fieldId=/);
  await expect(page.locator('tr[data-row="total"] td:nth-child(5)')).toHaveText(printed(late));
  const procedure = page.locator('tr[data-row="row"]').first();
  const lateOfIt = numberOf(await procedure.locator("td:nth-child(5)").textContent());
  await procedure.locator("th a").click();
  await expect(page).toHaveURL(/\/officers\?.*fieldId=.*procedureId=/);
  expect(page.url()).toContain(`from=${from}&to=${to}`);
  await expect(page.locator('tr[data-row="total"] td:nth-child(5)')).toHaveText(printed(lateOfIt));
  const ofOfficer = page.locator('tr[data-row="row"] td:nth-child(5) a').first();
  const said = await ofOfficer.textContent();
  await ofOfficer.click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`${said} hồ sơ trễ hạn`);
  await page.goBack();
  const path = page.getByRole("navigation", { name: "Vị trí" });
  await path.getByRole("link", { name: "Đất đai" }).click();
  await expect(page).toHaveURL(/\/procedures\?.*fieldId=/);
  expect(page.url()).toContain(`from=${from}&to=${to}`);
});
