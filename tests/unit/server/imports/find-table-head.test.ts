import { describe, expect, test } from "vitest";
import type { TableColumn } from "@/lib/aggregates/columns";
import { findTableHead, type MappedTable } from "@/server/imports/aggregates/find-table-head";
import { headerFingerprint } from "@/server/imports/header-fingerprint";
import { headerNames } from "@/server/imports/header-names";

const rows = (...lines: readonly (readonly string[])[]) => lines.map((cells, at) => ({ rowNumber: at + 1, cells }));

const HEAD = [
  ["TT", "Nơi làm", "Đầu vào", "", "Đầu ra", "", ""],
  ["", "", "Cộng", "Mới", "Cộng", "Kịp", "Chậm"],
];
const FILE = rows(["Tháng 9/2020"], [], ...HEAD, ["1", "Xã A", "5", "5", "5", "4", "1"]);
const PLACES = { unit: 1, receivedTotal: 2, resolvedTotal: 4, late: 6 } as const;

function explained(head: readonly (readonly string[])[], places: Partial<Record<TableColumn, number>>): MappedTable {
  const fingerprint = headerFingerprint(headerNames(rows(...head)));
  return (names) => (headerFingerprint(names) === fingerprint ? places : null);
}

describe("a head that a clerk has explained", () => {
  test("is found below its titles, with the words above each column", () => {
    expect(findTableHead(FILE)).toBeNull();
    const head = findTableHead(FILE, explained(HEAD, PLACES));
    expect(head).toMatchObject({
      rowsAre: "unit",
      rowNumber: 4,
      nameAt: 1,
      nameHead: "Nơi làm",
      titles: ["Tháng 9/2020"],
    });
    expect([...(head?.counts ?? [])]).toEqual([
      ["receivedTotal", { at: 2, head: "Đầu vào – Cộng" }],
      ["resolvedTotal", { at: 4, head: "Đầu ra – Cộng" }],
      ["late", { at: 6, head: "Đầu ra – Chậm" }],
    ]);
    expect(head?.rows.map(({ rowNumber }) => rowNumber)).toEqual([3, 4]);
  });

  test("is another when a column moves", () => {
    const moved = rows(...HEAD.map((cells) => cells.toReversed()));
    expect(findTableHead(moved, explained(HEAD, PLACES))).toBeNull();
  });

  test("may name a column that has no head of its own", () => {
    const bare = [["TT", "Nơi làm", "Vào", "Ra"]];
    const head = findTableHead(
      rows(...bare),
      explained(bare, { unit: 1, receivedTotal: 2, resolvedTotal: 3, late: 4 }),
    );
    expect(head?.counts.get("late")).toEqual({ at: 4, head: "Giải quyết trễ hạn" });
  });

  test("counts more than what its words say", () => {
    const known = [["Đơn vị", "Tiếp nhận tổng số", "Đã giải quyết", "Đã giải quyết đúng hạn", "Đã giải quyết trễ hạn"]];
    expect(findTableHead(rows(...known))?.counts.get("late")?.at).toBe(4);
    const places = { unit: 0, receivedTotal: 1, resolvedTotal: 2, late: 3 };
    expect(findTableHead(rows(...known), explained(known, places))?.counts.get("late")?.at).toBe(3);
  });
});

test("the columns that we put behind returned rows are no part of a header", () => {
  const names = ["Số HS", "Nơi nộp", "", ""];
  const returned = ["Số HS", "Nơi nộp", "", "", "Dòng trong tệp gốc", "Vì sao bị loại"];
  expect(headerFingerprint(returned)).toBe(headerFingerprint(names));
  expect(headerFingerprint([...names, "Vì sao bị loại"])).not.toBe(headerFingerprint(names));
  const twoRows = rows([...(HEAD[0] ?? []), "Dòng trong tệp gốc", "Vì sao bị loại"], [...(HEAD[1] ?? []), "", ""]);
  expect(headerFingerprint(headerNames(twoRows))).toBe(headerFingerprint(headerNames(rows(...HEAD))));
});
