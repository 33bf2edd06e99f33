import { expect, test } from "vitest";
import { findTable } from "@/server/imports/aggregates/find-table";
import type { Cell, RawRow, Sheet } from "@/server/imports/sheet-reader";

const HEAD = ["Đơn vị", "Tiếp nhận", "Đã giải quyết", "Trễ hạn", "Đang giải quyết"];

function sheetOf(count: number, row: readonly Cell[]): Sheet {
  async function* rows(): AsyncGenerator<readonly RawRow[]> {
    yield [{ rowNumber: 1, cells: HEAD }];
    for (let at = 0; at < count; at++) yield [{ rowNumber: at + 2, cells: row }];
  }
  return { name: "a", isHidden: false, merged: () => [], rows };
}

test("all rows below a head are held", async () => {
  expect((await findTable([sheetOf(500, ["Xã A", 1, 2, 3, 4])], () => null))?.rows).toHaveLength(500);
});

test.each<[string, number, readonly Cell[]]>([
  ["long", 100_001, ["Xã A", 1, 2, 3, 4]],
  ["wide", 1000, Array.from({ length: 16_384 }, () => "")],
  ["wordy", 1000, ["x".repeat(300_000)]],
])("a table that is too %s is refused", async (_name, count, row) => {
  await expect(findTable([sheetOf(count, row)], () => null)).rejects.toMatchObject({ code: "fileUnreadable" });
});
