import { describe, expect, it } from "vitest";
import { type Pause, parseDay } from "@/lib/sla";
import type { Lookups } from "@/server/imports/load-lookups";
import { readPortalDossier } from "@/server/imports/portal/read-portal-dossier";
import { isProblems, type ToldDossier } from "@/server/imports/row-source";
import type { StoredPause } from "@/server/imports/stored-pause";
import { portalRecord, supplement } from "../../../../support/portal-records";

const from = parseDay("1900-01-01");
const lookups: Lookups = {
  units: (text) => {
    const id = { "UBND Xã Hòa Sơn": 7, "Phòng Quản lý đô thị": 8 }[text];
    return id === undefined ? [] : [{ id, label: text, path: `/1/${id}/`, validFrom: from, validUntil: null }];
  },
  pathOf: () => null,
  procedure: (code) =>
    code === "1.000002" ? { id: 3, fieldId: 4, limits: [{ amount: 15, unit: "workingDay", from, until: null }] } : null,
  status: () => null,
  nearestUnits: () => ["Xã Hòa Sơn - Huyện An Bình"],
  nearestProcedures: () => [],
};
const context = { lookups, asOfOn: parseDay("2020-12-31") };

function told(changes: Readonly<Record<string, unknown>>): ToldDossier {
  const read = readPortalDossier(portalRecord("H21.65-200302-0011", changes), 1, context);
  if (isProblems(read)) throw new Error(JSON.stringify(read));
  return read;
}

function problems(changes: Readonly<Record<string, unknown>>): string[] {
  const read = readPortalDossier(portalRecord("H21.65-200302-0011", changes), 1, context);
  if (!isProblems(read)) throw new Error("It was taken");
  return read.map(({ columnName, code }) => `${columnName} ${code}`);
}

const pausesOf = (changes: Readonly<Record<string, unknown>>, known: readonly Pause[] = []) =>
  told(changes).pauses(known);
const pause = (start: string, until: string | null, reason: Pause["reason"]): StoredPause => ({
  from: parseDay(start),
  until: until === null ? null : parseDay(until),
  reason,
});

describe("a record of DongBoHoSoMC", () => {
  it("becomes what a row of a list becomes, and nothing of the applicant", () => {
    const { draft } = told({});
    expect(draft).toEqual({
      rowNumber: 1,
      code: "H21.65-200302-0011",
      receivingUnitId: 7,
      unitId: 7,
      procedureId: 3,
      fieldId: 4,
      limit: expect.objectContaining({ amount: 15, unit: "workingDay" }),
      channel: "online",
      status: "handedOver",
      received: expect.objectContaining({ on: "2020-03-02", at: "2020-03-02T08:30:00" }),
      due: expect.objectContaining({ on: "2020-03-20", at: "2020-03-20T17:00:00" }),
      extendedDueOn: null,
      finished: expect.objectContaining({ on: "2020-03-18", at: "2020-03-18T15:30:00" }),
      handedOverOn: "2020-03-19",
      officer: null,
      pause: null,
    });
    expect(JSON.stringify(draft)).not.toMatch(/Người Nộp|0905000111|052188000999/);
  });

  it.each([
    ["a number for a status", { TrangThaiHoSo: 4, NgayKetThucXuLy: "" }, { status: "processing", finished: null }],
    ["no promise", { NgayHenTra: "" }, { due: null }],
    ["nothing at all for a promise", { NgayHenTra: null }, { due: null }],
    ["the older field for the channel", { KenhThucHien: "", HinhThuc: 1 }, { channel: "online" }],
    ["no channel", { KenhThucHien: undefined, HinhThuc: "0" }, { channel: "direct" }],
    ["post", { KenhThucHien: 3 }, { channel: "postal" }],
    ["another desk", { DonViTiepNhan: "Phòng Quản lý đô thị" }, { receivingUnitId: 8, unitId: 7 }],
    [
      "who applied only",
      { TrangThaiHoSo: "1", NgayTiepNhan: "" },
      { status: "registered", received: { on: "2020-03-01", at: "2020-03-01T08:00:00" } },
    ],
    [
      "ISO moments",
      { NgayTiepNhan: "2020-03-02T08:30:00.000+07:00" },
      { received: { on: "2020-03-02", at: "2020-03-02T08:30:00" } },
    ],
  ])("%s", (_, changes, expected) => {
    expect(told(changes).draft).toMatchObject(expected);
  });

  it.each([
    ["no unit", { DonViXuLy: "" }, ["DonViXuLy missingUnit"]],
    ["an unknown unit", { DonViXuLy: "Xã Lạ" }, ["DonViXuLy unknownUnit"]],
    ["an unknown procedure", { MaTTHC: "9.9" }, ["MaTTHC unknownProcedure"]],
    ["an unknown status", { TrangThaiHoSo: "11" }, ["TrangThaiHoSo unknownStatus"]],
    ["closed on no day", { NgayKetThucXuLy: "" }, ["NgayKetThucXuLy closedWithoutDay"]],
    ["a day to come", { NgayTiepNhan: "20210101000000" }, ["NgayTiepNhan futureDate"]],
    ["a moment of another zone", { NgayTiepNhan: "2020-03-02T01:30:00Z" }, ["NgayTiepNhan badDate"]],
    ["a list for a text", { MaTTHC: [] }, ["MaTTHC badRecord"]],
    [
      "a request without a day",
      { DanhSachHoSoBoSung: [supplement("", "")] },
      ["DanhSachHoSoBoSung.NgayBoSung pauseWithoutDay"],
    ],
    [
      "a request answered before it was made",
      { DanhSachHoSoBoSung: [supplement("20200310", "20200309")] },
      ["DanhSachHoSoBoSung.NgayTiepNhanBoSung pauseReversed"],
    ],
    [
      "a request before the dossier",
      { DanhSachHoSoBoSung: [supplement("20200301", "20200309")] },
      ["DanhSachHoSoBoSung.NgayBoSung pauseBeforeReceived"],
    ],
    [
      "a request whose end nobody tells",
      { TrangThaiHoSo: 4, NgayKetThucXuLy: "", DanhSachHoSoBoSung: [supplement("20200310", "")] },
      ["DanhSachHoSoBoSung.NgayTiepNhanBoSung pauseWithoutEnd"],
    ],
    ["waiting since no day", { TrangThaiHoSo: 5 }, ["NgayTamDung pauseWithoutDay"]],
  ])("refuses %s", (_, changes, expected) => {
    expect(problems(changes)).toEqual(expected);
  });

  it("refuses what is no record, naming the dossier where it can", () => {
    expect(readPortalDossier(null, 4, context)).toMatchObject([{ rowNumber: 4, code: "badRecord", dossierCode: null }]);
    expect(readPortalDossier({ MaHoSo: "A", DanhSachHoSoBoSung: "không" }, 4, context)).toMatchObject([
      { columnName: "DanhSachHoSoBoSung", code: "badRecord", dossierCode: "A" },
    ]);
  });
});

describe("its pauses", () => {
  const open = { TrangThaiHoSo: 4, NgayKetThucXuLy: "" };

  it("are all its requests, each with the day promised before and after", () => {
    const requests = [
      supplement("20200312", "20200313", "20200324", "20200325"),
      supplement("20200305083000", "20200309160000", "20200320", "20200324"),
    ];
    expect(pausesOf({ ...open, DanhSachHoSoBoSung: requests })).toEqual([
      { ...pause("2020-03-05", "2020-03-09", "awaitingSupplement"), dueBefore: "2020-03-20", dueAfter: "2020-03-24" },
      { ...pause("2020-03-12", "2020-03-13", "awaitingSupplement"), dueBefore: "2020-03-24", dueAfter: "2020-03-25" },
    ]);
  });

  it("unanswered, last to the next request, to the end of processing, or on", () => {
    const requests = [supplement("20200305", ""), supplement("20200312", "")];
    const first = pause("2020-03-05", "2020-03-12", "awaitingSupplement");
    expect(pausesOf({ DanhSachHoSoBoSung: requests })).toEqual([
      first,
      pause("2020-03-12", "2020-03-18", "awaitingSupplement"),
    ]);
    expect(pausesOf({ TrangThaiHoSo: 5, NgayKetThucXuLy: "", DanhSachHoSoBoSung: requests })).toEqual([
      first,
      pause("2020-03-12", null, "awaitingSupplement"),
    ]);
  });

  it("of one day are one, as long as the longer", () => {
    const requests = [supplement("20200305", "20200309"), supplement("20200305", "20200306")];
    expect(pausesOf({ ...open, DanhSachHoSoBoSung: requests })).toEqual([
      pause("2020-03-05", "2020-03-09", "awaitingSupplement"),
    ]);
  });

  it("for a payment begin on the day that is told, else with the record's own, and go on if they were known", () => {
    const waiting = { TrangThaiHoSo: 6, NgayKetThucXuLy: "" };
    const known = [pause("2020-06-01", null, "awaitingPayment")];
    expect(pausesOf({ ...waiting, NgayTamDung: "20200310" })).toEqual([pause("2020-03-10", null, "awaitingPayment")]);
    expect(pausesOf(waiting)).toEqual([pause("2020-12-31", null, "awaitingPayment")]);
    expect(pausesOf(waiting, known)).toEqual(known);
    expect(pausesOf({}, known)).toEqual([pause("2020-06-01", "2020-12-31", "awaitingPayment")]);
  });

  it("a request ends a payment that was waited for, and one that is no longer listed never was", () => {
    const known = [
      pause("2020-03-03", "2020-03-04", "awaitingSupplement"),
      pause("2020-03-05", null, "awaitingPayment"),
    ];
    const requests = [supplement("20200310", "")];
    expect(pausesOf({ TrangThaiHoSo: 5, NgayKetThucXuLy: "", DanhSachHoSoBoSung: requests }, known)).toEqual([
      pause("2020-03-05", "2020-03-10", "awaitingPayment"),
      pause("2020-03-10", null, "awaitingSupplement"),
    ]);
  });

  it("waiting without a request, but with a day: since that day", () => {
    expect(pausesOf({ TrangThaiHoSo: 5, NgayKetThucXuLy: "", NgayTamDung: "20200310" })).toEqual([
      pause("2020-03-10", null, "awaitingSupplement"),
    ]);
  });

  it("told again, stay as they are", () => {
    for (const changes of [
      { TrangThaiHoSo: 6 },
      { TrangThaiHoSo: 8 },
      { ...open, DanhSachHoSoBoSung: [supplement("20200305", "20200309", "20200320")] },
    ]) {
      const once = pausesOf(changes);
      expect(JSON.stringify(pausesOf(changes, once))).toBe(JSON.stringify(once));
    }
  });
});
