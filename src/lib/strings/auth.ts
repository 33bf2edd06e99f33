export const AUTH = {
  title: "Đăng nhập",
  username: "Tên đăng nhập",
  password: "Mật khẩu",
  submit: "Đăng nhập",
  submitting: "Đang kiểm tra…",
  ended: "Phiên đăng nhập đã kết thúc. Mời đăng nhập lại.",
  signedOut: "Đã đăng xuất.",
  signedOutEverywhere: "Đã đăng xuất khỏi mọi thiết bị.",
  help: "Quên mật khẩu hoặc tài khoản bị khóa: liên hệ quản trị của Văn phòng UBND tỉnh.",
} as const;
