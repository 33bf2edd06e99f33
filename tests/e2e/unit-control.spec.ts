import { expect, test } from "@playwright/test";
import { signIn } from "./sign-in";

const TEN_MONTHS = "from=2020-01-01&to=2020-10-31";

test("[AC-85] the district's chair sees which month is unlike the others, and its dossiers", async ({ page }) => {
  await signIn(page, "tayson");
  await page.getByRole("link", { name: "Đơn vị", exact: true }).click();
  await page.getByRole("link", { name: "Kiểm soát", exact: true }).click();
  await expect(page).toHaveURL(/\/control\?/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Tây Sơn: ");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("so với chính mình");
  await page.getByText("Bảng số liệu của biểu đồ").click();
  const row = page.getByRole("row").filter({ hasText: "10/2020" });
  const late = row.getByRole("link");
  const count = (await late.textContent()) ?? "";
  await late.click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`${count} hồ sơ`);
});

test.describe("the time machine", () => {
  test("[AC-86] the slider moves the ranking to an earlier month end and keeps the rest of the view", async ({
    page,
  }) => {
    await signIn(page, "vanphong");
    await page.goto(`/ranking?unit=547&level=commune&${TEN_MONTHS}&formula=handled&target=90&sort=late`);
    const slider = page.getByRole("slider", { name: "Xem lại tại cuối tháng" });
    await slider.press("ArrowLeft");
    await page.waitForURL(/to=2020-09-30/);
    for (const kept of ["unit=547", "level=commune", "from=2020-01-01", "formula=handled", "target=90", "sort=late"])
      expect(page.url()).toContain(kept);
    await expect(page.getByText("Theo dữ kiện đến ngày 30/09/2020, như hồ sơ ghi hiện nay")).toBeVisible();
    await page.getByRole("link", { name: "Về số liệu mới nhất" }).click();
    await page.waitForURL(/to=2020-10-31/);
    await expect(page.getByText("như hồ sơ ghi hiện nay")).toHaveCount(0);
  });

  test.describe("without JavaScript", () => {
    test.use({ javaScriptEnabled: false });

    test("[AC-86] is a row of links, on the unit's page too", async ({ page }) => {
      await signIn(page, "tayson");
      await page.getByRole("link", { name: "Đơn vị", exact: true }).click();
      await page.getByRole("link", { name: "Số liệu đến 30/06/2020" }).click();
      await expect(page).toHaveURL(/from=2020-01-01&to=2020-06-30/);
      await expect(page.getByText("Theo dữ kiện đến ngày 30/06/2020")).toBeVisible();
    });
  });
});
