import type { Browser } from "@playwright/test";

/** Signs that no font of ours holds: the machine's own are taken. */
const SIGNS = "▲▼●✓✕‖▁▅→›⌄";

/**
 * What decides how a page is drawn and is not ours: the browser, and the fonts of the machine, told apart by how wide
 * their signs are. Two machines of one answer draw alike.
 */
export async function drawnBy(browser: Browser): Promise<string> {
  const page = await browser.newPage();
  try {
    const widths = await page.evaluate((signs) => {
      const pen = document.createElement("canvas").getContext("2d");
      if (pen === null) return [];
      return ["sans-serif", "system-ui"].flatMap((family) => {
        pen.font = `100px ${family}`;
        return [...signs].map((sign) => pen.measureText(sign).width.toFixed(1));
      });
    }, SIGNS);
    return `Chromium ${browser.version()}\n${SIGNS} ${widths.join(" ")}\n`;
  } finally {
    await page.close();
  }
}
