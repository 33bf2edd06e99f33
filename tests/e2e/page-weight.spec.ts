import { expect, type Page, test } from "@playwright/test";
import { everyPage, visitPage } from "./every-page";

const MOST_KILOBYTES = 200;

/** The longest table of the product: every commune of a province. */
const LONGEST = {
  name: "ranking of 157 communes",
  account: "vanphong",
  path: "/ranking?unit=52&level=commune&from=2020-01-01&to=2020-10-31",
};

test("[AC-98] a first visit of any page transfers less than 200 KB", async ({ browser }) => {
  test.setTimeout(400_000);
  const lines: string[] = [];
  const weigh = async (page: Page, name: string): Promise<void> => {
    const watcher = await page.context().newCDPSession(page);
    await watcher.send("Network.enable");
    await watcher.send("Network.setCacheDisabled", { cacheDisabled: true });
    const answers = new Map<string, { type: string; url: string }>();
    const bytes = new Map<string, number>();
    const seen = new Set<string>();
    watcher.on("Network.responseReceived", ({ requestId, type, response }) =>
      answers.set(requestId, { type, url: response.url }),
    );
    watcher.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      const { type, url } = answers.get(requestId) ?? { type: "Other", url: requestId };
      // A browser with its cache asks for each file once.
      if (seen.has(url)) return;
      seen.add(url);
      bytes.set(type, (bytes.get(type) ?? 0) + encodedDataLength);
    });
    await page.reload({ waitUntil: "networkidle" });
    const kilobytes = (amount = 0): string => (amount / 1024).toFixed(1).padStart(7);
    const total = [...bytes.values()].reduce((sum, amount) => sum + amount, 0);
    const parts = ["Document", "Stylesheet", "Script", "Font"].map((type) => kilobytes(bytes.get(type)));
    lines.push(`${name.padEnd(24)}${parts.join("")}${kilobytes(total)}`);
    expect.soft(total / 1024, name).toBeLessThan(MOST_KILOBYTES);
  };
  await everyPage(browser, {}, weigh);
  await visitPage(browser, {}, LONGEST, (page) => weigh(page, LONGEST.name));
  const head = ["HTML", "CSS", "JS", "font", "total"].map((word) => word.padStart(7)).join("");
  process.stdout.write(`${"KB as transferred".padEnd(24)}${head}\n${lines.join("\n")}\n`);
});
