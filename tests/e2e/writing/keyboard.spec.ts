import { expect, test } from "@playwright/test";
import { skipToContent, tabTo } from "../keyboard";
import { signIn } from "../sign-in";

const LIST = [
  "Mã hồ sơ,Đơn vị tiếp nhận,Ngày nhận,Ngày hẹn trả,Ngày kết thúc xử lý,Trạng thái,Tên thủ tục hành chính",
  "THU-PHIM-1,Sở Tư pháp,06/02/2023,20/02/2023,15/02/2023,Đã trả kết quả,Cấp phiếu lý lịch tư pháp",
].join("\r\n");

test("[AC-96] a list is chosen, uploaded and previewed by keyboard alone, down to its decision", async ({ page }) => {
  test.slow();
  await signIn(page, "kontum");
  await page.goto("/imports/new");
  await skipToContent(page);
  const form = page.locator('form:has(input[name="file"])');
  await tabTo(page, form.locator('input[name="sourceName"]'));
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("Phần mềm thử phím");
  await tabTo(page, form.locator('input[name="file"]'));
  const chooser = page.waitForEvent("filechooser");
  await page.keyboard.press("Enter");
  await (await chooser).setFiles({ name: "phim.csv", mimeType: "text/csv", buffer: Buffer.from(`\uFEFF${LIST}\r\n`) });
  await tabTo(page, form.locator('button[type="submit"]'));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/imports\/\d+/);
  const cancel = page.getByRole("button", { name: "Hủy, không ghi gì" });
  await expect(cancel).toBeVisible({ timeout: 30_000 });
  await skipToContent(page);
  await tabTo(page, cancel);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Đã hủy, số liệu không thay đổi");
});
