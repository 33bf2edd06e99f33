import { expect, test } from "vitest";
import { chooseTableHead } from "@/app/(dashboard)/imports/[batchId]/mapping/choose-table-head";

function sample(...lines: readonly string[]) {
  const rows = lines.map((line, at) => ({ rowNumber: at + 1, cells: line.split(","), fingerprint: "", joined: [] }));
  return { sheets: [{ name: null, rows }] };
}

const COUNTS = "1,Xã A,5,5,5,4,1";
const chosen = (lines: readonly string[], asked = {}) => {
  const head = chooseTableHead(sample(...lines), asked);
  return head && [head.header.rowNumber, head.depth, head.isAbove, head.rows.length];
};

test("all rows above the counts where no word is known, without titles and the numbers of columns", () => {
  const head = ["TT,Nơi làm,Đầu vào,,Đầu ra,,", ",,Cộng,Mới,Cộng,Kịp,Chậm"];
  expect(chosen(["UBND XÃ,CỘNG HÒA", "Tháng 9", ...head, COUNTS, COUNTS])).toEqual([3, 2, true, 2]);
  expect(chosen([...head, "(1),(2),(3),(4),(5),(6),(7)", COUNTS])).toEqual([1, 2, true, 1]);
});

test("all of them where few words are known, too", () => {
  const head = ["TT,Nơi làm,Đầu vào,,Đầu ra,,", ",,Cộng,Tiếp nhận,Cộng,Trước và đúng hạn,Chậm"];
  expect(chosen(["Tháng 9", ...head, COUNTS])).toEqual([2, 2, true, 1]);
});

test("the fewest rows that name the most counts, where words are known", () => {
  const head = ["STT,Đơn vị,Tiếp nhận,,Đã giải quyết,,", ",,Tổng số,Kỳ trước,Tổng số,Đúng hạn,Trễ hạn"];
  expect(chosen(["Báo cáo,của,huyện", ...head, COUNTS])).toEqual([2, 2, true, 1]);
});

test("what the address asks for, and none of a sample without rows", () => {
  const lines = ["Tháng 9", "TT,Nơi làm,Vào", "Cộng,Mới,Chậm", COUNTS];
  expect(chosen(lines, { row: "2", depth: "2" })).toEqual([2, 2, true, 1]);
  expect(chosen(lines, { row: "1", depth: "1" })).toEqual([1, 1, false, 1]);
  expect(chosen([])).toBeNull();
});

test("a dossier list has no rows of counts", () => {
  const list = ["Số HS,Nơi nộp,Loại việc,Kết quả,Bắt đầu", "K-1,Sở TP,1.000001,Đã trả kết quả,06/02/2023"];
  expect(chosen(list)?.[2]).toBe(false);
});
