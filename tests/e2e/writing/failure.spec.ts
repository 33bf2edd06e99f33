import { expect, test } from "@playwright/test";
import pg from "pg";
import { signIn } from "../sign-in";

async function onDatabase(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.E2E_DATABASE_URL });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

test("[AC-181] a page that fails says so without JavaScript, with a code, and opens again once the cause is gone", async ({
  browser,
}) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signIn(page, "vanphong");
  await onDatabase("ALTER TABLE saved_view RENAME TO saved_view_elsewhere");
  try {
    const answer = await page.goto("/views?a=1&b=%22");
    expect(answer?.status()).toBe(500);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Trang này gặp lỗi");
    await expect(page.locator("main")).toContainText(/Khi báo lỗi, xin nêu mã: \d+/);
    expect(await page.locator("script").count()).toBe(0);
  } finally {
    await onDatabase("ALTER TABLE saved_view_elsewhere RENAME TO saved_view");
  }
  await page.getByRole("link", { name: "Thử lại" }).click();
  await expect(page).toHaveURL(/\/views\?a=1&b=%22$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("ách xem đã lưu");
});
