import { describe, expect, it } from "vitest";
import { AppError } from "@/server/errors";
import { findHeader } from "@/server/imports/find-header";

const FULL = ["Mã hồ sơ", "Đơn vị tiếp nhận", "Ngày nhận", "Trạng thái", "Mã thủ tục"];

function rows(...lines: readonly (readonly string[])[]) {
  return lines.map((cells, index) => ({ rowNumber: index + 1, cells }));
}

function refusal(lines: ReturnType<typeof rows>): AppError {
  try {
    findHeader(lines);
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error("The header was accepted");
}

describe("findHeader", () => {
  it("skips title rows", () => {
    const header = findHeader(rows(["UBND TỈNH"], ["DANH SÁCH HỒ SƠ"], [], FULL, ["H1"]));
    expect(header.rowNumber).toBe(4);
    expect(header.positions).toMatchObject({ code: 0, receivingUnit: 1, received: 2, status: 3, procedureCode: 4 });
    expect(header.positions.due).toBe(-1);
  });

  it("takes the columns in any order and ignores others", () => {
    const header = findHeader(rows(["STT", "Người nộp", ...FULL.toReversed(), "Ghi chú"]));
    expect(header.positions).toMatchObject({ procedureCode: 2, status: 3, received: 4, receivingUnit: 5, code: 6 });
  });

  it.each([
    ["decomposed accents", FULL.map((name) => name.normalize("NFD"))],
    ["upper case", FULL.map((name) => name.toUpperCase())],
    ["line breaks", FULL.map((name) => ` ${name.replace(" ", "\n")} `)],
    ["a BOM", FULL.map((name, index) => (index === 0 ? `\uFEFF${name}` : name))],
    ["names without accents", ["Ma ho so", "Don vi tiep nhan", "Ngay nhan", "Trang thai", "Ma thu tuc"]],
    ["synonyms", ["Số hồ sơ", "Cơ quan tiếp nhận", "Ngày tiếp nhận", "Tình trạng", "Tên TTHC"]],
  ])("knows %s", (_what, names) => {
    const header = findHeader(rows(names));
    expect(header.positions).toMatchObject({ code: 0, receivingUnit: 1, received: 2, status: 3 });
  });

  it("keeps the names as the file writes them", () => {
    expect(findHeader(rows(["Số biên nhận", ...FULL.slice(1)])).names).toMatchObject({
      code: "Số biên nhận",
      due: "Ngày hẹn trả",
    });
  });

  it.each(FULL)("names the missing column %s", (name) => {
    const error = refusal(rows(FULL.filter((other) => other !== name)));
    expect(error.code).toBe("columnMissing");
    expect(String(error.params.columns)).toContain(name);
  });

  it("refuses two columns of one meaning, whatever their names", () => {
    const error = refusal(rows([...FULL, "Số hồ sơ"]));
    expect(error).toMatchObject({ code: "columnDuplicate", params: { columns: ["Mã hồ sơ", "Số hồ sơ"] } });
  });

  it("says what is expected where there is no header", () => {
    const error = refusal(rows(["a", "b"], ["1", "2"]));
    expect(error).toMatchObject({ code: "headerMissing" });
    expect(error.params.expected).toContain("Mã hồ sơ");
  });
});
