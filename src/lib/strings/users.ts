import type { Role } from "../access/roles";

const FIELDS: Readonly<Record<string, string>> = {
  username: "Tên đăng nhập",
  displayName: "Họ tên",
  role: "Vai trò",
  unit: "Đơn vị",
  unitId: "Đơn vị",
  password: "Mật khẩu",
  sourceName: "Nguồn số liệu",
  asOf: "Thời điểm số liệu",
  file: "Tệp",
};

const REASONS: Readonly<Record<string, string>> = {
  malformed: "không đúng dạng",
  missing: "còn thiếu",
  future: "nằm ở tương lai",
  taken: "đã có người dùng",
  self: "là tài khoản đang dùng, không thể tự khóa",
  unfitForRole: "không hợp với vai trò: vai trò cấp tỉnh thuộc về tỉnh, vai trò khác thuộc về đơn vị bên dưới",
  tooShort: "quá ngắn, cần ít nhất 10 ký tự",
  tooLong: "quá dài, nhiều nhất 200 ký tự",
  tooCommon: "quá dễ đoán; hãy ghép vài từ không liên quan với nhau",
  holdsUsername: "không được chứa tên đăng nhập",
};

export const USERS = {
  roles: {
    admin: "Quản trị",
    province_office: "Văn phòng UBND tỉnh",
    province_leader: "Lãnh đạo UBND tỉnh",
    inspector: "Tổ Kiểm tra công vụ",
    district_leader: "Lãnh đạo UBND cấp huyện",
    commune_officer: "Công chức cấp xã",
  } satisfies Readonly<Record<Role, string>>,
  invalidInput: (field: string, reason: string): string =>
    `${FIELDS[field] ?? (field === "" ? "Dữ liệu gửi lên" : field)} ${REASONS[reason] ?? "không hợp lệ"}.`,
} as const;
