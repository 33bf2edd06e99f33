import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { readXlsx } from "hucre";
import { TAY_SON_2020 } from "../support/published-figures";
import { signIn } from "./sign-in";

const { district, from, to } = TAY_SON_2020;
const RANKING = `/ranking?unit=${district}&level=commune&from=${from}&to=${to}`;

async function download(page: Page, link: string): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("list", { name: "Tải bảng này" }).first().getByRole("link", { name: link, exact: true }).click(),
  ]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test("[AC-40] the ranking of Tây Sơn as a workbook and as text: the printed figures", async ({ page }) => {
  await signIn(page, "tayson");
  await page.goto(RANKING);
  const workbook = await download(page, "Excel");
  expect(workbook.name).toBe(`xep-hang-huyen-tay-son-${from}-${to}-du-lieu-minh-hoa.xlsx`);
  const { sheets } = await readXlsx(new Uint8Array(workbook.bytes));
  const rows = sheets[0]?.rows ?? [];
  expect(rows[0]?.[0]).toBe("Tây Sơn: 93,96% đúng hạn, thiếu 200 hồ sơ so với mức 95%");
  expect(String(rows[1]?.[0])).toContain("Huyện Tây Sơn · 10 tháng đầu năm 2020 · Mức 95%");
  expect(String(rows[3]?.[0])).toContain("Dữ liệu minh họa");
  const total = rows.find((row) => row[2] === "Toàn huyện (tổng)");
  expect(total).toEqual(expect.arrayContaining([TAY_SON_2020.resolved, TAY_SON_2020.late, 0.9396, 200]));

  const text = await download(page, "CSV");
  const lines: string[][] = parse(text.bytes, { bom: true });
  expect(lines.find(([, , name]) => name === "Toàn huyện (tổng)")).toEqual(
    expect.arrayContaining([String(TAY_SON_2020.resolved), String(TAY_SON_2020.late), "93,96%"]),
  );
  const old = await download(page, "CSV cho Excel cũ");
  expect(parse(old.bytes.toString("utf16le"), { bom: true, delimiter: "\t" })).toEqual(lines);
});

test("[AC-40] a list of 1.157 dossiers comes whole; a commune cannot ask for officers or for others", async ({
  page,
}) => {
  await signIn(page, "tayson");
  await page.goto(RANKING);
  await page.locator('tr[data-row="total"] a[href*="measure=late"]').click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("1.157");
  const { bytes } = await download(page, "CSV");
  expect(parse(bytes, { bom: true })).toHaveLength(TAY_SON_2020.late + 1);
  const withOfficers = await download(page, "Excel kèm cán bộ xử lý");
  const { sheets } = await readXlsx(new Uint8Array(withOfficers.bytes));
  expect(sheets[0]?.rows[3]?.at(-1)).toBe("Cán bộ xử lý");

  await page.context().clearCookies();
  await signIn(page, "binhtan");
  for (const path of [
    "/api/reports/dossiers?officers=1&format=xlsx",
    `/api/reports/ranking?unit=${district}&format=csv`,
    "/api/reports/imports?format=csv",
    "/api/reports/everything?format=csv",
    "/api/reports/ranking?format=pdf",
  ]) {
    expect((await page.request.get(path)).status(), path).toBe(404);
  }
});

test("[AC-40] each table of a unit's page can be taken away", async ({ page }) => {
  await signIn(page, "tayson");
  await page.getByRole("link", { name: "Đơn vị", exact: true }).click();
  await expect(page).toHaveURL(/\/units\//);
  await page.getByRole("list", { name: "Tải bảng này" }).first().waitFor();
  const links = await page.getByRole("list", { name: "Tải bảng này" }).getByRole("link").all();
  const addresses = await Promise.all(links.map((link) => link.getAttribute("href")));
  expect(addresses.length).toBeGreaterThanOrEqual(6);
  for (const address of addresses) {
    const response = await page.request.get(address ?? "");
    expect(response.status(), address ?? "").toBe(200);
    expect(response.headers()["content-disposition"]).toContain("attachment");
    expect((await response.body()).length).toBeGreaterThan(100);
  }
});

const A4_LANDSCAPE = /\/MediaBox \[0 0 84[12](?:\.\d+)? 59[456](?:\.\d+)?\]/;

test("[AC-41] the ranking of the 159 communes prints on at most five A4 pages", async ({ page }) => {
  await signIn(page, "vanphong");
  await page.goto(`/ranking?unit=52&level=commune&from=${from}&to=${to}`);
  await expect(page.locator('tr[data-row="unit"]')).toHaveCount(157);
  await expect(page.getByRole("list", { name: "2 đơn vị chưa phát sinh hồ sơ" }).getByRole("listitem")).toHaveCount(2);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const pages = pdf.match(/\/Type \/Page\b(?!s)/g) ?? [];
  expect(pages.length).toBeGreaterThanOrEqual(3);
  expect(pages.length).toBeLessThanOrEqual(5);
  expect(pdf).toMatch(A4_LANDSCAPE);
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 1040, height: 720 });
  const table = page.locator("table.ledger");
  expect(await table.locator("thead").evaluate((head) => getComputedStyle(head).display)).toBe("table-header-group");
  expect(await table.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
});
