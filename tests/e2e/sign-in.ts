import type { Page } from "@playwright/test";
import { DEMO_PASSWORD } from "../../seeds/demo-accounts";

/** Signs in through the form, as a person would. */
export async function signIn(page: Page, username: string): Promise<void> {
  await page.goto("/login");
  await page.locator('input[name="username"]').fill(username);
  await page.locator('input[name="password"]').fill(DEMO_PASSWORD);
  await page.locator('form:has(input[name="password"]) button[type="submit"]').click();
  await page.waitForURL((url) => url.pathname !== "/login");
}
