/** Of the sheet, which goes to the browser: with nothing else in it. */
export const SHORTCUTS = {
  open: "Phím tắt",
  title: "Phím tắt",
  close: "Đóng",
  list: [
    { key: "/", does: "Đến ô tìm kiếm" },
    { key: "g rồi h", does: "Về trang đầu" },
    { key: "g rồi r", does: "Mở bảng xếp hạng" },
    { key: "g rồi d", does: "Mở danh sách hồ sơ" },
    { key: "t", does: "Mở hoặc đóng bảng số liệu của các biểu đồ" },
    { key: "?", does: "Mở bảng phím tắt này" },
    { key: "Esc", does: "Đóng bảng đang mở" },
  ],
  note: "Phím tắt không có tác dụng khi con trỏ đang ở trong ô nhập.",
  enabled: "Dùng phím tắt một phím trên máy này",
} as const;
