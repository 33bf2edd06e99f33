import "server-only";
import { z } from "zod";
import { PORTAL_FIELDS } from "@/lib/strings/api";

/** A value as the portal's partners send it: text, a number, nothing. */
const value = z.union([z.string().max(2000), z.number()]).nullish();
const said = (description: string) => value.describe(description);

const supplementSchema = z.object({
  NgayBoSung: said(PORTAL_FIELDS.NgayBoSung),
  NgayTiepNhanBoSung: said(PORTAL_FIELDS.NgayTiepNhanBoSung),
  NgayHenTraTruoc: said(PORTAL_FIELDS.NgayHenTraTruoc),
  NgayHenTraMoi: said(PORTAL_FIELDS.NgayHenTraMoi),
});

/**
 * A dossier as `DongBoHoSoMC` sends it. What else the record holds, above all who applied, is not even read.
 * Days are yyyyMMddHHmmss in the province's zone; the last three fields are ours, for what the portal leaves out.
 */
export const portalDossierSchema = z.object({
  MaHoSo: z.union([z.string().max(2000), z.number()]).describe(PORTAL_FIELDS.MaHoSo),
  MaTTHC: said(PORTAL_FIELDS.MaTTHC),
  TenTTHC: said(PORTAL_FIELDS.TenTTHC),
  TrangThaiHoSo: said(PORTAL_FIELDS.TrangThaiHoSo),
  DonViXuLy: said(PORTAL_FIELDS.DonViXuLy),
  KenhThucHien: said(PORTAL_FIELDS.KenhThucHien),
  HinhThuc: said(PORTAL_FIELDS.HinhThuc),
  NgayNopHoSo: said(PORTAL_FIELDS.NgayNopHoSo),
  NgayTiepNhan: said(PORTAL_FIELDS.NgayTiepNhan),
  NgayHenTra: said(PORTAL_FIELDS.NgayHenTra),
  NgayKetThucXuLy: said(PORTAL_FIELDS.NgayKetThucXuLy),
  NgayTra: said(PORTAL_FIELDS.NgayTra),
  DanhSachHoSoBoSung: z.array(supplementSchema).max(100).nullish().describe(PORTAL_FIELDS.DanhSachHoSoBoSung),
  DonViTiepNhan: said(PORTAL_FIELDS.DonViTiepNhan),
  NguoiXuLy: said(PORTAL_FIELDS.NguoiXuLy),
  NgayTamDung: said(PORTAL_FIELDS.NgayTamDung),
});
export type PortalDossier = z.infer<typeof portalDossierSchema>;

/** One step of a dossier as `CapNhatTienDoHoSoMC` sends it. */
export const portalStepSchema = z.object({
  MaHoSo: z.union([z.string().max(2000), z.number()]).describe(PORTAL_FIELDS.MaHoSo),
  NguoiXuLy: said(PORTAL_FIELDS.NguoiXuLy),
  PhongBanXuLy: said(PORTAL_FIELDS.PhongBanXuLy),
  ThoiDiemXuLy: said(PORTAL_FIELDS.ThoiDiemXuLy),
  TrangThai: said(PORTAL_FIELDS.TrangThai),
  NgayBatDau: said(PORTAL_FIELDS.NgayBatDau),
  NgayKetThucTheoQuyDinh: said(PORTAL_FIELDS.NgayKetThucTheoQuyDinh),
});
export type PortalStep = z.infer<typeof portalStepSchema>;

export const PORTAL_SERVICES = ["DongBoHoSoMC", "CapNhatTienDoHoSoMC"] as const;
export type PortalService = (typeof PORTAL_SERVICES)[number];

/** Most records of one request. */
export const MOST_RECORDS = 5000;
