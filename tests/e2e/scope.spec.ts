import { expect, test } from "@playwright/test";
import { signIn } from "./sign-in";

const MONTHS = "from=2020-01-01&to=2020-10-31";

test("[AC-08] a commune sees nothing of another unit, on any route", async ({ browser }) => {
  // The district's account finds what lies in other communes …
  const district = await browser.newPage();
  await signIn(district, "tayson");
  await district.goto(`/ranking?unit=547&level=commune&${MONTHS}`);
  const unitLink = district.getByRole("row", { name: /Xã Bình Nghi/ }).getByRole("link", { name: /Xã Bình Nghi/ });
  const unitId = new URL((await unitLink.getAttribute("href")) ?? "", district.url()).pathname.split("/").at(-1);
  await district.goto(`/dossiers?unitId=${unitId}&measure=late&${MONTHS}`);
  const dossierPath = (await district.locator('a[href^="/dossiers/"]').first().getAttribute("href")) ?? "";
  const code = (await district.locator('a[href^="/dossiers/"]').first().textContent())?.trim() ?? "";
  expect(code).not.toBe("");

  // … and the commune's account does not.
  const commune = await browser.newPage();
  await signIn(commune, "binhtan");
  for (const path of [
    `/units/${unitId}`,
    `/ranking?unit=547&level=commune&${MONTHS}`,
    `/ranking?unit=21847&level=commune&${MONTHS}`,
    `/dossiers?unitId=${unitId}&measure=late&${MONTHS}`,
    dossierPath,
    "/imports",
    "/imports/new",
    "/imports/1",
  ]) {
    await commune.goto(path);
    await expect(commune.getByRole("heading", { level: 1 }), path).toContainText(/không tìm thấy/i);
    expect(await commune.content(), path).not.toContain(code);
  }
  for (const path of [`/api/v1/ranking?unit=547&level=commune&${MONTHS}`, "/api/imports/1/problems"]) {
    const response = await commune.request.get(path);
    expect(response.status(), path).toBe(404);
    expect(await response.text(), path).toMatch(/không tìm thấy/i);
  }
});
