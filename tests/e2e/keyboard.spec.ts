import { expect, test } from "@playwright/test";
import { DEMO_PASSWORD } from "../../seeds/demo-accounts";
import { skipToContent, tabTo } from "./keyboard";
import { signIn } from "./sign-in";

test("[AC-96] from the login to a dossier and back by keyboard alone", async ({ page }) => {
  test.slow();
  await page.goto("/login");
  await tabTo(page, page.locator('input[name="username"]'));
  await page.keyboard.type("tayson");
  await tabTo(page, page.locator('input[name="password"]'));
  await page.keyboard.type(DEMO_PASSWORD);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === "/");

  await tabTo(page, page.locator('header a[href="/ranking"]'));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/ranking/);
  await tabTo(page, page.locator('tr[data-row="unit"] a[href*="measure=late"]').first());
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/dossiers\?/);
  await tabTo(page, page.locator('main a[href^="/dossiers/"]').first());
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/dossiers\/\d+/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();

  await tabTo(page, page.locator('main a[href^="/dossiers?"]').first());
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/dossiers\?/);
  await expect(page.locator("main tbody tr").first()).toBeVisible();
});

test("[AC-200] a period chosen by keyboard keeps the focus, and the way back leads to the first page as it was", async ({
  page,
}) => {
  await signIn(page, "tayson");
  await page.goto("/ranking?unit=547&level=commune&from=2020-01-01&to=2020-10-31");
  const rows = page.locator('tr[data-row="unit"]');
  const first = await rows.allInnerTexts();
  expect(first.length).toBeGreaterThan(10);
  const preset = page.getByRole("link", { name: "Tháng trước", exact: true });
  await tabTo(page, preset);
  await page.keyboard.press("Enter");
  await page.waitForURL(/from=2020-09-01/);
  await expect(preset).toHaveAttribute("aria-current", "true");
  await expect(preset).toBeFocused();
  expect(await rows.allInnerTexts()).not.toEqual(first);
  await page.goBack();
  await page.waitForURL(/from=2020-01-01/);
  await expect.poll(() => rows.allInnerTexts()).toEqual(first);
  await page.goForward();
  await page.waitForURL(/from=2020-09-01/);
  await expect.poll(() => rows.allInnerTexts()).not.toEqual(first);
});

test("[AC-96] an edit of the calendar is previewed by keyboard alone", async ({ page }) => {
  test.slow();
  await signIn(page, "vanphong");
  await page.goto("/calendar?year=2020");
  await skipToContent(page);
  const form = page.locator('form[action="/calendar/preview"]');
  await tabTo(page, form.locator('input[name="day"]'));
  // A Saturday that reads the same in every order of day and month.
  await page.keyboard.type("10102020");
  await expect(form.locator('input[name="day"]')).toHaveValue("2020-10-10");
  await tabTo(page, form.locator('select[name="kind"]'));
  await page.keyboard.press("End");
  await expect(form.locator('select[name="kind"]')).toHaveValue("work");
  await tabTo(page, form.locator('input[name="name"]'));
  await page.keyboard.type("Làm bù");
  await tabTo(page, form.locator('input[name="basis"]'));
  await page.keyboard.type("Công văn minh họa");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/calendar\/preview/);
  await skipToContent(page);
  await tabTo(page, page.getByRole("button", { name: /Công bố/ }));
});

test("[AC-96] the one-key shortcuts can be switched off, and stay off", async ({ page }) => {
  await signIn(page, "tayson");
  const sheet = page.getByRole("dialog", { name: "Phím tắt" });
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(sheet).toBeVisible({ timeout: 500 });
  }).toPass();
  await tabTo(page, sheet.getByRole("checkbox"));
  await page.keyboard.press("Space");
  await page.keyboard.press("Escape");
  await page.reload({ waitUntil: "networkidle" });
  await page.keyboard.press("?");
  await page.keyboard.press("/");
  await expect(sheet).toBeHidden();
  await expect(page.locator("#site-search")).not.toBeFocused();
  await page.getByRole("button", { name: "Phím tắt" }).press("Enter");
  await expect(sheet.getByRole("checkbox")).not.toBeChecked();
});
