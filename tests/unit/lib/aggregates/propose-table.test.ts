import { describe, expect, test } from "vitest";
import { checkMeanings, type Meaning } from "@/lib/aggregates/check-meanings";
import { MEANING_GROUPS, describeWrongMeanings } from "@/lib/strings/table-mapping";
import { TABLE_COLUMNS, type TableColumn } from "@/lib/aggregates/columns";
import { headPaths } from "@/lib/aggregates/head-paths";
import { isCountRow } from "@/lib/aggregates/is-count-row";
import { proposeTable } from "@/lib/aggregates/propose-table";

const propose = (head: readonly (readonly string[])[], ...rows: readonly (readonly string[])[]) =>
  Object.fromEntries(proposeTable(headPaths(head), rows).map(({ at, means }) => [at, means]));

describe("what the columns may be", () => {
  test("by their heads under merged cells, each meaning once", () => {
    const head = [
      ["STT", "Đơn vị", "Tiếp nhận", "", "Đã giải quyết", "", "", ""],
      ["", "", "Tổng số", "Kỳ trước", "Tổng số", "Đúng hạn", "Trễ hạn", "Quá hạn"],
    ];
    expect(propose(head, ["1", "Xã A", "5", "1", "5", "4", "1", "1"])).toEqual({
      1: "unit",
      2: "receivedTotal",
      3: "carriedOver",
      4: "resolvedTotal",
      5: "onTime",
      6: "late",
    });
  });

  test("the column of words names the rows, the nearest name stands for a count, and shares for nothing", () => {
    const head = [["TT", "Nơi làm", "Nhận trong kỳ", "Giải quyết trễ", "Tỷ lệ đúng hạn", "Chờ tiếp nhận", "Ghi chú"]];
    const rows = [
      ["1", "Xã A", "5", "1", "80%", "3", "chậm"],
      ["2", "Xã B", "5", "-", "90%", "2", ""],
    ];
    expect(propose(head, ...rows)).toEqual({ 1: "unit", 2: "receivedInPeriod", 3: "late" });
  });

  test("nothing of a list of people", () => {
    expect(propose([["Họ tên", "Địa chỉ", "Ngày sinh"]])).toEqual({});
  });
});

test.each([
  [["1", "Xã A", "100", "1.250", "-", "0"], true],
  [["(1)", "(2)", "(3)", "(4)"], false],
  [["1", "2", "3", "4", "5"], false],
  [["1", "H29.1", "Xã A", "01/10/2020", "05/10/2020", "Đã trả kết quả"], false],
  [["I", "CẤP XÃ"], false],
])("%j is a row of counts: %s", (cells, expected) => {
  expect(isCountRow(cells)).toBe(expected);
});

describe("what is wrong with the choices", () => {
  const wrong = (...means: readonly TableColumn[]) =>
    checkMeanings(means.map((one, at): Meaning => ({ at, means: one })));

  test.each([
    [["receivedTotal", "resolvedTotal", "late"], { kind: "noName" }],
    [["unit", "field", "receivedTotal"], { kind: "twoNames", at: [0, 1] }],
    [["unit", "late", "late"], { kind: "twice", means: "late", at: [1, 2] }],
    [["unit", "receivedDirect", "early"], { kind: "missing" }],
  ] as const)("%j", (means, expected) => {
    const found = wrong(...means);
    expect(found).toMatchObject(expected);
    if (found) expect(describeWrongMeanings(found)).toMatch(/[Hh]ãy /);
  });

  test("nothing, when what came in, was resolved and was late are told", () => {
    expect(wrong("unit", "receivedInPeriod", "onTime", "late")).toBeNull();
    expect(wrong("field", "receivedDirect", "earlyOrOnTime", "lateWithApology")).toBeNull();
  });
});

test("every meaning can be chosen, once", () => {
  expect(MEANING_GROUPS.flatMap(({ meanings }) => meanings).toSorted()).toEqual(TABLE_COLUMNS.toSorted());
});
