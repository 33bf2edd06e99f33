import { expect, test } from "@playwright/test";
import { everyPage } from "./every-page";
import { readBoth } from "./read-both";
import { signIn } from "./sign-in";

const NOT_FOUND = ["not-found", "ranking-wrong-address"];

test("[AC-97] every page says the same without JavaScript", async ({ browser }) => {
  test.setTimeout(400_000);
  await everyPage(browser, {}, async (page, name) => {
    const { status, now, served } = await page.evaluate(readBoth);
    expect.soft(status, name).toBe(NOT_FOUND.includes(name) ? 404 : 200);
    expect.soft({ ...served, links: 0 }, name).toEqual({ ...now, links: 0 });
    // What is moved by hand with a script is a row of links without one.
    expect.soft(served.links, name).toBeGreaterThanOrEqual(now.links);
  });
});

test("[AC-111] what does not exist and what may not be seen are one page without JavaScript, byte for byte", async ({
  page,
}) => {
  await signIn(page, "tayson");
  await page.goto("/ranking?unit=547&level=commune&from=2020-01-01&to=2020-10-31");
  const link = await page
    .getByRole("link", { name: /Xã Bình Nghi/ })
    .first()
    .getAttribute("href");
  const foreign = new URL(link ?? "", page.url()).pathname;
  await page.context().clearCookies();
  await signIn(page, "binhtan");
  const bodies = new Set<string>();
  for (const path of [foreign, "/units/999999", "/units/x", "/imports", "/dossiers/999999", "/nowhere"]) {
    for (const compressed of ["gzip", "identity"]) {
      const answer = await page.request.get(path, { headers: { "Accept-Encoding": compressed } });
      expect(answer.status(), path).toBe(404);
      expect(answer.headers()["content-security-policy"], path).toContain("default-src 'self'");
      bodies.add(await answer.text());
    }
  }
  expect([...bodies]).toEqual([expect.stringContaining("<h1")]);
  expect([...bodies][0]).toMatch(/<h1[^>]*>Không tìm thấy/);
});
