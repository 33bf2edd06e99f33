import { expect, test } from "vitest";
import { unitKeys } from "@/server/imports/unit-keys";

test.each([
  ["Xã Bình Tân - Huyện Tây Sơn", "xa binh tan huyen tay son"],
  ["UBND X. Bình Tân, H. Tây Sơn, tỉnh Bình Định", "xa binh tan huyen tay son"],
  ["Huyện Tây Sơn/Xã Bình Tân", "xa binh tan huyen tay son"],
  ["UBND xã Bình Tân - UBND huyện Tây Sơn", "xa binh tan huyen tay son"],
  ["Bộ phận Tiếp nhận và trả kết quả P. Đống Đa", "phuong dong da"],
  ["TP. Quy Nhơn", "thanh pho quy nhon"],
])("%s", (text, key) => {
  expect(unitKeys(text)).toContain(key);
});

test("the literal name comes first, and a district's desk is not the district", () => {
  expect(unitKeys("Bộ phận Một cửa huyện An Bình")[0]).toBe("bo phan mot cua huyen an binh");
  expect(unitKeys("Bộ phận Một cửa huyện An Bình")).not.toContain("huyen an binh");
  expect(unitKeys("")).toEqual([]);
});
