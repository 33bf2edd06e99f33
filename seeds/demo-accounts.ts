import type { Role } from "../src/lib/access/roles";
import type { ProvinceKey } from "./reference/read-units";

export type DemoAccount = {
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  readonly provinceKey: ProvinceKey;
  /** Code and name of its unit; two tiers of units may share a code, not a code and a name. */
  readonly unitCode: string;
  readonly unitName: string;
};

/** Of all demo accounts. They can log in only while their province holds demo data. */
export const DEMO_PASSWORD = "minhhoa-2020";

const BINH_DINH = { provinceKey: "binh-dinh", unitCode: "52", unitName: "Tỉnh Bình Định" } as const;

export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { username: "quantri", displayName: "Quản trị viên Minh họa", role: "admin", ...BINH_DINH },
  { username: "vanphong", displayName: "Chuyên viên Văn phòng Minh họa", role: "province_office", ...BINH_DINH },
  { username: "lanhdao", displayName: "Lãnh đạo tỉnh Minh họa", role: "province_leader", ...BINH_DINH },
  { username: "thanhtra", displayName: "Tổ Kiểm tra Minh họa", role: "inspector", ...BINH_DINH },
  {
    username: "tayson",
    displayName: "Lãnh đạo huyện Minh họa",
    role: "district_leader",
    provinceKey: "binh-dinh",
    unitCode: "547",
    unitName: "Huyện Tây Sơn",
  },
  {
    username: "binhtan",
    displayName: "Công chức xã Minh họa",
    role: "commune_officer",
    provinceKey: "binh-dinh",
    unitCode: "21811",
    unitName: "Xã Bình Tân",
  },
  {
    username: "tp-bacgiang",
    displayName: "Lãnh đạo thành phố Minh họa",
    role: "district_leader",
    provinceKey: "bac-giang",
    unitCode: "213",
    unitName: "Thành phố Bắc Giang",
  },
  {
    username: "kontum",
    displayName: "Chuyên viên Văn phòng Minh họa",
    role: "province_office",
    provinceKey: "kon-tum",
    unitCode: "62",
    unitName: "Tỉnh Kon Tum",
  },
];
