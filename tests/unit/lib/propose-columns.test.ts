import { expect, test } from "vitest";
import { proposeColumns } from "@/lib/propose-columns";

test("known names and near ones are offered, each position once", () => {
  const names = ["STT", "Mã số hồ sơ", "Ngày giờ tiếp nhận", "Tên loại thủ tục", "Tình trạng hồ sơ", "Số hồ sơ"];
  expect(proposeColumns(names)).toMatchObject({ code: 1, received: 2, procedureName: 3, status: 4 });
});

test("dates of other meaning and people are not guessed", () => {
  expect(proposeColumns(["Người dân", "Ngày phải trả", "Ngày làm xong", "Người nộp", "Địa chỉ"])).toEqual({});
  expect(proposeColumns(["Người xử lý"])).toEqual({ officer: 0 });
});
