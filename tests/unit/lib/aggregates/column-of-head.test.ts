import { describe, expect, test } from "vitest";
import { columnOfHead } from "@/lib/aggregates/column-of-head";
import { columnOf, LONGEST_HEADER } from "@/lib/list-columns";

describe("a head under its group", () => {
  test.each([
    [["Số lượng hồ sơ tiếp nhận", "Tổng số"], "receivedTotal"],
    [["Số lượng hồ sơ tiếp nhận", "Trong kỳ", "Trực tuyến"], "receivedOnline"],
    [["Số lượng hồ sơ tiếp nhận", "Trong kỳ", "Trực tiếp, dịch vụ bưu chính"], "receivedDirect"],
    [["Số lượng hồ sơ tiếp nhận", "Trong kỳ", "Tổng"], "receivedInPeriod"],
    [["Số lượng hồ sơ tiếp nhận", "Từ kỳ trước"], "carriedOver"],
    [["Tiếp nhận", "Trực tuyến một phần"], "receivedOnlinePartial"],
    [["Tiếp nhận", "Trực tuyến toàn trình"], "receivedOnline"],
    [["Tiếp nhận", "Trực tuyến khác"], "receivedOnlineOther"],
    [["Tiếp nhận", "Phi địa giới"], "receivedElsewhere"],
    [["Tiếp nhận", "BCCI"], "receivedPostal"],
    [["Số lượng hồ sơ đã giải quyết", "Tổng số (7) = (8) + (9) + (10)"], "resolvedTotal"],
    [["Số lượng hồ sơ đã giải quyết", "Trong đó", "Trước hạn"], "early"],
    [["Đã xử lý", "Đúng và trước hạn"], "earlyOrOnTime"],
    [["Đã xử lý", "Đúng hạn"], "onTime"],
    [["Đã giải quyết", "Quá hạn", "Có thư xin lỗi"], "lateWithApology"],
    [["Đã giải quyết", "Quá hạn", "Không có thư xin lỗi"], "lateWithoutApology"],
    [["Đang giải quyết", "Chưa đến hạn"], "inTime"],
    [["Đang giải quyết", "Quá hạn"], "overdue"],
    [["Đang xử lý", "Chờ bổ sung"], "openPaused"],
    [["BÁO CÁO TÌNH HÌNH TIẾP NHẬN", "Đã giải quyết", "Trễ hạn"], "late"],
  ])("%j", (path, column) => {
    expect(columnOfHead(path)).toBe(column);
    expect(columnOfHead(path.map((text) => text.toUpperCase().normalize("NFD")))).toBe(column);
  });
});

describe("a head on its own", () => {
  test.each([
    ["Đơn vị", "unit"],
    ["Tên đơn vị", "unit"],
    ["Cơ quan", "unit"],
    ["Lĩnh vực, công việc giải quyết theo cấp", "field"],
    ["Tổng", "receivedTotal"],
    ["Tiếp nhận", "receivedInPeriod"],
    ["Kỳ trước chuyển qua", "carriedOver"],
    ["Tổng số hồ sơ tiếp nhận", "receivedTotal"],
    ["Hồ sơ đã giải quyết trước hạn", "early"],
    ["Đã giải quyết trễ hạn", "late"],
    ["Dừng xử lý", "paused"],
    ["Công dân rút", "withdrawn"],
    ["Trả lại", "returned"],
    ["Không tiếp nhận", "refused"],
  ])("%s", (head, column) => {
    expect(columnOfHead([head])).toBe(column);
  });
});

test.each([
  ["STT"],
  ["Mã hồ sơ"],
  ["Trạng thái"],
  ["Ngày tiếp nhận"],
  ["Tỷ lệ đúng hạn (%)"],
  ["Chờ tiếp nhận quá hạn"],
  ["Số hồ sơ thanh toán trực tuyến"],
  ["Quá hạn"],
])("%s counts nothing that is kept", (head) => {
  expect(columnOfHead([head])).toBeNull();
});

test("what is as long as a note heads nothing", () => {
  for (const text of ["Đơn vị ", "1", "(", "Tổng "]) {
    expect(columnOfHead([text.repeat(LONGEST_HEADER)])).toBeNull();
    expect(columnOf(text.repeat(LONGEST_HEADER + 1))).toBeNull();
  }
  const note = ` (${"ghi chú ".repeat(100)})`;
  expect(columnOf(`Ngày hẹn trả${note}`)).toBe("due");
  expect(columnOfHead([`Đơn vị${note}`])).toBe("unit");
  expect(columnOfHead(["Đã giải quyết", `Đúng hạn ${".".repeat(400)}`])).toBe("onTime");
});
