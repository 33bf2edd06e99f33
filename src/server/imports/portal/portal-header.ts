import "server-only";
import { COLUMNS, type Column } from "@/lib/list-columns";
import type { Header } from "../find-header";
import type { Cell } from "../sheet-reader";

/** The portal's field for each column of a dossier list, as problems name it. */
const FIELDS: Readonly<Record<Column, string>> = {
  code: "MaHoSo",
  receivingUnit: "DonViTiepNhan",
  unit: "DonViXuLy",
  procedureCode: "MaTTHC",
  procedureName: "TenTTHC",
  status: "TrangThaiHoSo",
  channel: "KenhThucHien",
  received: "NgayTiepNhan",
  due: "NgayHenTra",
  extendedDue: "NgayHenTraMoi",
  finished: "NgayKetThucXuLy",
  handedOver: "NgayTra",
  officer: "NguoiXuLy",
  pauseFrom: "NgayTamDung",
  pauseUntil: "NgayTiepNhanBoSung",
  pauseReason: "TrangThaiHoSo",
};

/** A portal's record stands as a row of a list in which every column is present: the same rules read both. */
export const PORTAL_HEADER: Header = {
  rowNumber: 0,
  positions: Object.fromEntries(COLUMNS.map((column, position) => [column, position])) as Record<Column, number>,
  names: FIELDS,
};

/** The same where the unit that handles a dossier stands for the one that received it. */
export const ONE_UNIT_HEADER: Header = { ...PORTAL_HEADER, names: { ...FIELDS, receivingUnit: FIELDS.unit } };

/** The cells of such a row. */
export function portalCells(values: Readonly<Partial<Record<Column, string>>>): Cell[] {
  return COLUMNS.map((column) => values[column] ?? "");
}
