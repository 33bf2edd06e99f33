import { expect, test } from "@playwright/test";
import { signIn } from "./sign-in";

test.use({ javaScriptEnabled: false });

test("[AC-170] the time by step and office; its numbers list their dossiers, and a dossier shows its steps", async ({
  page,
}) => {
  await signIn(page, "tayson");
  await page.getByRole("link", { name: "Đơn vị", exact: true }).click();
  await page.getByRole("link", { name: "Thời gian", exact: true }).click();
  const steps = page.locator("section", { has: page.locator("#steps") });
  await expect(page.locator("#steps")).toHaveText(/^Nơi tốn nhiều ngày nhất: .+, \d+% số ngày làm việc/);
  const address = page.url();
  for (const [row, office] of [
    [steps.locator("tbody tr").first(), true],
    [steps.locator('tr[data-row="total"]'), false],
  ] as const) {
    for (const column of [2, 3]) {
      await page.goto(address);
      const link = row.locator(`td:nth-child(${column}) a`);
      const count = await link.textContent();
      expect((await link.getAttribute("href"))?.includes("office=")).toBe(office);
      await link.click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(new RegExp(`^${count} hồ sơ đã giải quyết`));
    }
  }
  await page.goto(address);
  const place = (await steps.locator("tbody tr").first().locator("th").textContent()) ?? "";
  await steps.locator("tbody tr").first().locator("td:nth-child(3) a").click();
  await expect(page.getByText(`bước ở ${place}`)).toBeVisible();
  await page.locator('main a[href^="/dossiers/"]').first().click();
  await expect(page.getByRole("heading", { name: "Thời gian nằm ở đâu" })).toBeVisible();
  await expect(page.locator("tbody tr", { hasText: place }).first()).toBeVisible();
});
