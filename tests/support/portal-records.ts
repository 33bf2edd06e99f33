import fc from "fast-check";
import { addDays, type CalendarDay, parseDay } from "@/lib/sla";
import { PROCEDURES } from "./small-province";

/** A record as a one-stop system sends it, with everything that must not be kept. */
export type PortalRecord = Readonly<Record<string, unknown>>;

/** Names that stand in every record and may stand nowhere in the database. */
export const APPLICANT = { name: "Nguyễn Thị Người Nộp", phone: "0905000111", id: "052188000999" };

/** "20201031" and, with a time, "20201031083000". */
export function portalMoment(day: CalendarDay | string, time = "083000"): string {
  return `${day.replaceAll("-", "")}${time}`;
}

/** A dossier resolved in time by Xã Hòa Sơn, unless told otherwise. */
export function portalRecord(code: string, told: PortalRecord = {}): PortalRecord {
  return {
    MaHoSo: code,
    MaTTHC: "1.000002",
    TenTTHC: "Cấp giấy phép xây dựng nhà ở",
    MaLinhVuc: "XD",
    TenLinhVuc: "Xây dựng",
    SoBienNhan: "",
    ChuHoSo: APPLICANT.name,
    LoaiDoiTuong: "1",
    MaDoiTuong: APPLICANT.id,
    SoGiayToChuHoSo: APPLICANT.id,
    Email: "",
    Fax: "",
    SoDienThoai: APPLICANT.phone,
    TrichYeuHoSo: `Hồ sơ của ${APPLICANT.name}`,
    NgayNopHoSo: "20200301080000",
    NgayTiepNhan: "20200302083000",
    NgayHenTra: "20200320170000",
    TrangThaiHoSo: "10",
    NgayTra: "20200319100000",
    ThongTinTra: "",
    HinhThuc: "0",
    KenhThucHien: "2",
    NgayKetThucXuLy: "20200318153000",
    DonViXuLy: "UBND Xã Hòa Sơn",
    GhiChu: "",
    TaiLieuNop: [],
    DanhSachLePhi: [],
    DanhSachTepDinhKemKhac: [],
    DanhSachHoSoBoSung: [],
    DanhSachGiayToKetQua: [],
    DinhDanhCHS: { LoaiDinhDanh: 1, SoDinhDanh: APPLICANT.id },
    DSKetNoiCSDL: [],
    ...told,
  };
}

/** A supplement request. */
export function supplement(from: string, until: string, dueBefore = "", dueAfter = ""): PortalRecord {
  return {
    HoSoBoSungId: 1,
    NguoiYeuCauBoSung: "Trần Văn Cán Bộ",
    NoiDungBoSung: `${APPLICANT.name} bổ sung bản vẽ`,
    NgayBoSung: from,
    NguoiTiepNhanBoSung: "",
    ThongTinTiepNhan: "",
    NgayTiepNhanBoSung: until,
    TrangThaiBoSung: until !== "",
    DanhSachGiayToBoSung: [],
    NgayHenTraTruoc: dueBefore,
    NgayHenTraMoi: dueAfter,
  };
}

const UNITS = ["Xã Hòa Sơn", "Thị trấn An Khê", "Phường Một", "Xã Ấp Bắc", "Sở Xây dựng"];
const START = parseDay("2020-01-01");
const LAST = parseDay("2020-12-31");

const shape = fc.record({
  unit: fc.constantFrom(...UNITS),
  procedure: fc.constantFrom(...PROCEDURES),
  channel: fc.constantFrom(1, 2, 3),
  status: fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10, 10),
  received: fc.integer({ min: 0, max: 330 }),
  limit: fc.option(fc.integer({ min: 0, max: 40 }), { freq: 8, nil: null }),
  work: fc.integer({ min: 0, max: 60 }),
  requests: fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 9 })), { maxLength: 3 }),
});

/** Records of every status, with up to three supplement requests, all acceptable as of 31/12/2020. */
export function randomRecords(count: number, seed: number): PortalRecord[] {
  const upTo = (day: CalendarDay): CalendarDay => (day < LAST ? day : LAST);
  return fc.sample(shape, { numRuns: count, seed }).map((drawn, index) => {
    const received = addDays(START, drawn.received);
    let day = received;
    const answered = drawn.requests.map(([after, length]) => {
      const from = upTo(addDays(day, after));
      day = upTo(addDays(from, length));
      return supplement(portalMoment(from), portalMoment(day));
    });
    const finished = upTo(addDays(day, drawn.work));
    const isClosed = [7, 9, 10].includes(drawn.status);
    return portalRecord(`H99-${String(index).padStart(6, "0")}`, {
      DonViXuLy: drawn.unit,
      MaTTHC: drawn.procedure.code,
      KenhThucHien: drawn.channel,
      TrangThaiHoSo: String(drawn.status),
      NgayTiepNhan: portalMoment(received),
      NgayHenTra: drawn.limit === null ? "" : portalMoment(addDays(received, drawn.limit), "170000"),
      NgayKetThucXuLy: isClosed ? portalMoment(finished) : "",
      NgayTra: "",
      DanhSachHoSoBoSung: drawn.status === 5 ? [...answered, supplement(portalMoment(day), "")] : answered,
    });
  });
}
