import type { Role } from "../access/roles";

export const USERS = {
  roles: {
    admin: "Quản trị",
    province_office: "Văn phòng UBND tỉnh",
    province_leader: "Lãnh đạo UBND tỉnh",
    inspector: "Tổ Kiểm tra công vụ",
    district_leader: "Lãnh đạo UBND cấp huyện",
    commune_officer: "Công chức cấp xã",
  } satisfies Readonly<Record<Role, string>>,
} as const;
