import { expect, it } from "vitest";
import { countBelow, finding, totalName } from "@/lib/strings/ranking";

const FROM_95 = { thresholdBp: 9500, mustExceed: false };
const ABOVE_95 = { thresholdBp: 9500, mustExceed: true };

it("writes the finding from the counts", () => {
  expect(finding("Huyện Tây Sơn", { ok: 17993, of: 19150 }, "resolved", FROM_95)).toBe(
    "Tây Sơn: 93,96% đúng hạn, thiếu 200 hồ sơ so với mức 95%",
  );
  expect(finding("Thành phố Quy Nhơn", { ok: 95, of: 100 }, "resolved", FROM_95)).toBe(
    "Thành phố Quy Nhơn: 95,00% đúng hạn, đạt mức 95%",
  );
  expect(finding("Xã Bình Tân", { ok: 95, of: 100 }, "handled", ABOVE_95)).toBe(
    "Xã Bình Tân: 95,00% không chậm, thiếu 1 hồ sơ so với mức trên 95%",
  );
  expect(finding("Huyện Vân Canh", null, "resolved", FROM_95)).toBe("Vân Canh: chưa có hồ sơ để tính tỷ lệ");
});

it("says that a target cannot be met at all", () => {
  expect(finding("Xã A", { ok: 5, of: 5 }, "resolved", { thresholdBp: 10_000, mustExceed: true })).toBe(
    "Xã A: 100,00% đúng hạn, không đạt mức trên 100%",
  );
});

it("counts the units below", () => {
  expect(countBelow(7, 11, "district")).toBe("7 trong 11 huyện chưa đạt chỉ tiêu");
  expect(countBelow(0, 15, "commune")).toBe("cả 15 xã đạt chỉ tiêu");
  expect(countBelow(0, 0, "commune")).toBeNull();
});

it("names the whole after the unit", () => {
  expect(totalName("Huyện Tây Sơn")).toBe("Toàn huyện (tổng)");
  expect(totalName("Thị xã An Nhơn")).toBe("Toàn thị xã (tổng)");
  expect(totalName("Bộ phận Một cửa")).toBe("Toàn đơn vị (tổng)");
});
