import { expect, type Page, test } from "@playwright/test";
import { signIn } from "./sign-in";

const paper = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const LIGHT = "rgb(246, 247, 249)";
const DARK = "rgb(15, 23, 32)";

test("[AC-180] the theme is chosen without JavaScript, keeps the page, and stays; paper is light", async ({
  browser,
}) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false, colorScheme: "light" })).newPage();
  await signIn(page, "tayson");
  const address = "/ranking?unit=547&level=commune&from=2020-01-01&to=2020-09-30";
  await page.goto(address);
  expect(await paper(page)).toBe(LIGHT);
  await page.getByRole("button", { name: "Tối", exact: true }).click();
  await expect(page.getByRole("button", { name: "Tối", exact: true })).toHaveAttribute("aria-pressed", "true");
  expect(new URL(page.url()).search).toContain("to=2020-09-30");
  expect(await paper(page)).toBe(DARK);
  await page.emulateMedia({ media: "print" });
  expect(await paper(page)).toBe("rgb(255, 255, 255)");
  await page.emulateMedia({ media: "screen" });
  await page.goto("/units/999999");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Không tìm thấy");
  expect(await paper(page)).toBe(DARK);
  await page.goto("/");
  await page.getByRole("button", { name: "Theo máy" }).click();
  await expect(page.getByRole("button", { name: "Theo máy" })).toHaveAttribute("aria-pressed", "true");
  expect(await paper(page)).toBe(LIGHT);
});

test("[AC-180] the theme changes in place, and before the login too", async ({ browser }) => {
  const page = await (await browser.newContext({ colorScheme: "dark" })).newPage();
  await page.goto("/login");
  expect(await paper(page)).toBe(DARK);
  await page.getByRole("button", { name: "Sáng" }).click();
  await expect.poll(() => paper(page)).toBe(LIGHT);
  await signIn(page, "tayson");
  expect(await paper(page)).toBe(LIGHT);
  await page.getByRole("button", { name: "Tương phản cao" }).click();
  await expect.poll(() => paper(page)).toBe("rgb(0, 0, 0)");
  await page.reload();
  expect(await paper(page)).toBe("rgb(0, 0, 0)");
});
