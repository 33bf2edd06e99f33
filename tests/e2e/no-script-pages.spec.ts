import { expect, test } from "@playwright/test";
import { everyPage } from "./every-page";

type Content = { readonly heading: string | null; readonly rows: number; readonly links: number };

test("[AC-97] every page says the same without JavaScript", async ({ browser }) => {
  test.setTimeout(400_000);
  const [usual, without] = await Promise.all(
    [true, false].map(async (javaScriptEnabled) => {
      const contents = new Map<string, Content>();
      await everyPage(browser, { javaScriptEnabled }, async (page, name) => {
        contents.set(name, {
          heading: await page.locator("h1").textContent(),
          rows: await page.locator("main tr").count(),
          links: await page.locator("main a[href]").count(),
        });
      });
      return contents;
    }),
  );
  expect(without?.size).toBeGreaterThan(20);
  expect(Object.fromEntries(without ?? [])).toEqual(Object.fromEntries(usual ?? []));
});
