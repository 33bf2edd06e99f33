import { expect, test } from "vitest";
import { findHeader } from "@/server/imports/find-header";
import { otherRow } from "@/server/imports/row-kind";

const HEADER = ["STT", "Mã hồ sơ", "Đơn vị tiếp nhận", "Mã thủ tục", "Trạng thái", "Ngày nhận"];
const header = findHeader([{ rowNumber: 1, cells: HEADER }]);

test.each([
  [["1", "H99-1", "Xã A", "1.000001", "Đang xử lý", "01/10/2020"], null],
  [["1", "H99-1", "", "", "", ""], null],
  [["1", "", "Xã A", "", "", ""], null],
  [["", "", "", "", "", ""], "blank"],
  [["", " ", "\u00a0", "", "", ""], "blank"],
  [["Tổng cộng", "", "", "", "", ""], "total"],
  [["", "Người lập biểu", "", "", "", ""], "besides"],
  [["", "Người\u00a0lập\nbiểu", "", "", "", ""], "besides"],
  [["12", "", "", "", "", ""], "besides"],
  [["", "\u0001", "", "", "", ""], "besides"],
  [HEADER, "repeatedHeader"],
])("%j is %s", (cells, kind) => {
  expect(otherRow({ rowNumber: 9, cells }, header)).toBe(kind);
});
