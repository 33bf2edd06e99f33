/** What each field of the national portal's records means here, as the API's description says it. */
export const PORTAL_FIELDS = {
  MaHoSo: "Mã hồ sơ. Cùng với nguồn của mã truy cập, đây là khóa của hồ sơ.",
  MaTTHC: "Mã thủ tục hành chính.",
  TenTTHC: "Tên thủ tục, dùng khi không có mã.",
  TrangThaiHoSo: "Trạng thái 1 … 10 của Cổng Dịch vụ công quốc gia, bằng số hoặc bằng chữ.",
  DonViXuLy: 'Đơn vị xử lý: tên hoặc mã đơn vị; tên trùng thì thêm tên đơn vị cấp trên sau dấu " - ".',
  KenhThucHien: "1 trực tiếp, 2 trực tuyến, 3 bưu chính công ích. Để trống là trực tiếp.",
  HinhThuc: "0 trực tiếp, 1 trực tuyến; chỉ dùng khi không có KenhThucHien.",
  NgayNopHoSo: "Ngày nộp; thay cho NgayTiepNhan của hồ sơ mới đăng ký hoặc không được tiếp nhận.",
  NgayTiepNhan: "Ngày tiếp nhận, yyyyMMddHHmmss theo giờ Việt Nam.",
  NgayHenTra: "Ngày hẹn trả trên phiếu, căn cứ để tính đúng hạn. Để trống là không có hạn.",
  NgayKetThucXuLy: "Ngày kết thúc xử lý, quyết định đúng hạn hay trễ hạn; bắt buộc với trạng thái 7, 9, 10.",
  NgayTra: "Ngày trả kết quả cho công dân, chỉ để biết.",
  DanhSachHoSoBoSung: "Mọi lần yêu cầu bổ sung; mỗi lần là một khoảng tạm dừng.",
  NgayBoSung: "Ngày yêu cầu bổ sung: bắt đầu tạm dừng.",
  NgayTiepNhanBoSung: "Ngày nhận bổ sung: tính tiếp từ ngày này. Để trống là đang chờ.",
  NgayHenTraTruoc: "Ngày hẹn trả trước khi yêu cầu bổ sung.",
  NgayHenTraMoi: "Ngày hẹn trả sau khi nhận bổ sung.",
  DonViTiepNhan: "Phần mở rộng: đơn vị tiếp nhận, khi khác đơn vị xử lý.",
  NguoiXuLy: "Cán bộ xử lý. Trong DongBoHoSoMC đây là phần mở rộng.",
  NgayTamDung:
    "Phần mở rộng: ngày bắt đầu tạm dừng của trạng thái 6 và 8. Để trống thì tính từ ngày số liệu đầu tiên báo tạm dừng.",
  PhongBanXuLy: "Phòng, ban hoặc đơn vị của bước này.",
  ThoiDiemXuLy: "Thời điểm xử lý: lúc bước kết thúc nếu có NgayBatDau sớm hơn, nếu không là lúc bước bắt đầu.",
  TrangThai: "Trạng thái 1 … 10 của hồ sơ ở bước này.",
  NgayBatDau: "Ngày bắt đầu của bước.",
  NgayKetThucTheoQuyDinh: "Hạn của bước.",
} as const;

/** The API's description. */
export const API = {
  title: "Đúng Hẹn",
  description:
    "Hệ thống một cửa gửi hồ sơ và tiến độ theo bản ghi của Cổng Dịch vụ công quốc gia. Thông tin người nộp không được đọc và không được lưu.",
  token: "Mã truy cập do quản trị cấp bằng lệnh dunghen token add; gắn với một nguồn và một phạm vi đơn vị.",
  cookie: "Phiên đăng nhập của trình duyệt.",
  receive: "Gửi hồ sơ (DongBoHoSoMC) hoặc tiến độ (CapNhatTienDoHoSoMC)",
  receiveDetails:
    "Tất cả được ghi trong một giao dịch; từng bản ghi được trả lời riêng. Gửi lại nội dung cũ không thay đổi gì. Bản ghi của thời điểm cũ hơn không sửa bản ghi mới hơn.",
  key: "Tùy chọn. Gửi lại cùng khóa và cùng nội dung thì nhận lại đúng câu trả lời cũ trong 24 giờ.",
  service: "Dịch vụ của Cổng mà các bản ghi thuộc về.",
  asOf: "Thời điểm số liệu, ISO 8601 có múi giờ. Để trống là lúc gửi.",
  data: "Các bản ghi, tối đa 5.000.",
  ranking: "Xếp hạng đơn vị theo tỷ lệ đúng hạn",
  openapi: "Mô tả này",
  statuses: {
    200: "Kết quả.",
    400: "Yêu cầu không đọc được hoặc thiếu tham số.",
    401: "Chưa đăng nhập, hoặc mã truy cập không dùng được.",
    404: "Không có, hoặc ngoài phạm vi.",
    409: "Đang có lần nhập khác của tỉnh, hoặc khóa đang được xử lý; gửi lại sau.",
    413: "Quá lớn hoặc quá nhiều bản ghi.",
    422: "JSON không đúng cấu trúc, hoặc khóa đã dùng cho nội dung khác.",
    429: "Quá nhiều yêu cầu; xem Retry-After.",
    503: "Mất kết nối với cơ sở dữ liệu; chưa ghi gì.",
  },
  /** What stands for a file's name in the history of imports. */
  batchName: (tokenName: string): string => `API: ${tokenName}`,
} as const;
