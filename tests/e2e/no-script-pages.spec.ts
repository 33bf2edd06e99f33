import { expect, test } from "@playwright/test";
import { everyPage } from "./every-page";

/** What a reader finds on a page, counted in the browser: in the page as it is, and in its HTML before any script. */
async function countBoth() {
  const contentOf = (page: Document) => ({
    heading: page.querySelector("h1")?.textContent,
    rows: page.querySelectorAll("main tr").length,
    links: page.querySelectorAll("main a[href]").length,
  });
  const answer = await fetch(location.href);
  const served = new DOMParser().parseFromString(await answer.text(), "text/html");
  return { status: answer.status, now: contentOf(document), served: contentOf(served) };
}

/** What is not found Next draws in the browser only. */
const NOT_FOUND = ["not-found", "ranking-wrong-address"];

test("[AC-97] every page says the same without JavaScript", async ({ browser }) => {
  test.setTimeout(400_000);
  await everyPage(browser, {}, async (page, name) => {
    const { status, now, served } = await page.evaluate(countBoth);
    expect.soft(status, name).toBe(NOT_FOUND.includes(name) ? 404 : 200);
    if (status === 404) return;
    expect.soft({ ...served, links: 0 }, name).toEqual({ ...now, links: 0 });
    // What is moved by hand with a script is a row of links without one.
    expect.soft(served.links, name).toBeGreaterThanOrEqual(now.links);
  });
});
