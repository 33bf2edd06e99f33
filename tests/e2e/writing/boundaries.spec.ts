import { expect, test } from "@playwright/test";
import { signIn } from "../sign-in";

/** Two districts of Bình Định as rectangles, and a code that nobody bears. */
const FILE = JSON.stringify({
  type: "FeatureCollection",
  features: ["547", "549", "999"].map((code, index) => ({
    type: "Feature",
    properties: { code },
    geometry: {
      type: "Polygon",
      coordinates: [
        [
          [108.7 + index * 0.3, 13.8],
          [109 + index * 0.3, 13.8],
          [109 + index * 0.3, 14.1],
          [108.7 + index * 0.3, 14.1],
          [108.7 + index * 0.3, 13.8],
        ],
      ],
    },
  })),
});

test("[AC-88] the administrator imports boundaries; the map is drawn with them", async ({ page }) => {
  await signIn(page, "quantri");
  await page.goto("/map?unit=52&level=district&from=2020-01-01&to=2020-10-31");
  await page.getByRole("link", { name: "Nhập ranh giới" }).click();
  const send = async (name: string, text: string) => {
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
    await page.getByRole("button", { name: "Nhập ranh giới" }).click();
  };
  await send("hong.json", "{}");
  await expect(page.getByRole("alert").filter({ hasText: "Tệp ranh giới không dùng được" })).toBeVisible();
  await send("huyen.geojson", FILE);
  await expect(page.getByText("Đã nhập ranh giới của 2 đơn vị.")).toBeVisible();
  await expect(page.getByText("1 mã trong tệp không phải đơn vị của tỉnh: 999.")).toBeVisible();
  await expect(page.getByText("9 đơn vị cùng cấp chưa có trong tệp.")).toBeVisible();
  await page.goto("/map?unit=52&level=district&from=2020-01-01&to=2020-10-31");
  await expect(page.getByRole("heading", { level: 2, name: "Bản đồ ranh giới" })).toBeVisible();
  await expect(page.locator(".unit-map a")).toHaveCount(2);
  await page.locator(".unit-map a path").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/Tây Sơn|An Nhơn/);
});
