import { describe, expect, it } from "vitest";
import { describeBatchError, describeFormError, formErrorParams } from "@/app/(dashboard)/imports/form-error";
import { readImportForm } from "@/app/api/imports/read-import-form";
import { UNEXPECTED_ERROR } from "@/lib/strings/errors";
import { AppError } from "@/server/errors";

const ZONE = "Asia/Ho_Chi_Minh";
const SHA256 = "0a".repeat(32);
const FORM = { sourceName: " iGate ", asOf: "2020-10-31T17:30", bytes: "12", sha256: SHA256 };

describe("the fields of an upload", () => {
  it("speak for a moment on the province's clock", () => {
    expect(readImportForm(FORM, ZONE)).toEqual({
      sourceName: "iGate",
      asOf: new Date("2020-10-31T10:30:00Z"),
      declaredBytes: 12,
      declaredSha256: SHA256,
    });
    const plain = { sourceName: FORM.sourceName, asOf: "2020-10-31T17:30:15" };
    expect(readImportForm(plain, ZONE)).toMatchObject({
      asOf: new Date("2020-10-31T10:30:15Z"),
      declaredBytes: null,
      declaredSha256: null,
    });
  });

  it.each([
    [{ ...FORM, sourceName: "  " }, "sourceName", "malformed"],
    [{ ...FORM, sourceName: "x".repeat(101) }, "sourceName", "malformed"],
    [{ ...FORM, sourceName: "a\u0000b" }, "sourceName", "malformed"],
    [{ asOf: FORM.asOf }, "sourceName", "missing"],
    [{ ...FORM, asOf: "31/10/2020" }, "asOf", "malformed"],
    [{ ...FORM, asOf: "2020-02-30T10:00" }, "asOf", "malformed"],
    [{ ...FORM, asOf: "" }, "asOf", "missing"],
    [{ ...FORM, asOf: "2999-01-01T00:00" }, "asOf", "future"],
    [{ ...FORM, bytes: "-1" }, "bytes", "malformed"],
    [{ ...FORM, sha256: "0a" }, "sha256", "malformed"],
  ])("%o: %s is %s", (fields, field, reason) => {
    expect(() => readImportForm(fields, ZONE)).toThrow(
      expect.objectContaining({ code: "invalidInput", params: { field, reason } }),
    );
  });
});

describe("an error in an address", () => {
  it("comes back as its sentence", () => {
    const params = formErrorParams(new AppError("invalidInput", { field: "asOf", reason: "future" }));
    expect(describeFormError(Object.fromEntries(params))).toBe("Thời điểm số liệu nằm ở tương lai.");
    expect(describeFormError({})).toBeNull();
  });

  it("puts no foreign words on our pages", () => {
    const said = describeFormError({ error: "invalidInput", field: "Gọi ngay số này", reason: "<b>" });
    expect(said).toBe("Dữ liệu gửi lên không hợp lệ.");
    expect(describeFormError({ error: "no-such-code" })).toBeNull();
  });
});

describe("why a batch failed", () => {
  it("is what the database remembers, before what the address says", () => {
    const failure = { code: "columnMissing", params: { columns: ["Mã hồ sơ", "Trạng thái"] } };
    expect(describeBatchError(failure, { error: "importBusy" })).toContain("Mã hồ sơ, Trạng thái");
    expect(describeBatchError(null, { error: "importBusy" })).toContain("Đang có một tệp khác");
    expect(describeBatchError(null, {})).toBeNull();
    expect(describeBatchError({ code: "from a later version" }, {})).toBe(UNEXPECTED_ERROR);
  });
});
