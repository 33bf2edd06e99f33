import { expect, it } from "vitest";
import { checkPassword, PASSWORD_MAX, PASSWORD_MIN } from "@/server/auth/check-password";
import { DEMO_PASSWORD } from "../../../../seeds/demo-accounts";

const STRONG = "lua7chin@tren-dong#xa";

it("counts characters, not bytes or keystrokes", () => {
  const composed = STRONG.slice(0, PASSWORD_MIN - 1);
  expect(checkPassword(composed, "an")).toBe("tooShort");
  expect(checkPassword(STRONG.slice(0, PASSWORD_MIN), "an")).toBeNull();
  // Nine letters with their marks apart are still nine.
  expect(checkPassword("lửađồngxá".normalize("NFD"), "an")).toBe("tooShort");
  const long = Array.from({ length: PASSWORD_MAX }, (_, index) => STRONG[index % STRONG.length]).join("");
  expect(checkPassword(long, "an")).toBeNull();
  expect(checkPassword(`${long}x`, "an")).toBe("tooLong");
});

it.each([
  "matkhau2020",
  "Mật khẩu 123",
  "M@tKhau@2024",
  "P@ssw0rd2020",
  "password123!",
  "qwertyuiop1",
  "1qaz2wsx3edc",
  "0123456789",
  "9876543210",
  "aaaaaaaaaaaa",
  "abcabcabcabc",
  "VietNam@1945",
  "QuanTri#2025",
  "binhdinh2020",
  "iloveyou1999",
  "anhyeuem1234",
  "nguyentran01",
  "15081990@anh",
  DEMO_PASSWORD,
])("refuses %s: it is among the first that are tried", (password) => {
  expect(checkPassword(password, "taikhoan-khac")).toBe("tooCommon");
});

it.each(["tim-cua-hang-rao", "con trâu vàng gặm cỏ", "K7!vq-92xw#f", "xuongrongnorucam", "83-51-07-66-92"])(
  "takes %s without asking for capitals, digits or signs",
  (password) => {
    expect(checkPassword(password, "taikhoan-khac")).toBeNull();
  },
);

it("refuses a password that holds the account's name, in whatever letters", () => {
  expect(checkPassword("oc-Dao.Thi-ruoi", "dao.thi")).toBe("holdsUsername");
  expect(checkPassword("oc-đào.thị-ruoi", "dao.thi")).toBe("holdsUsername");
});
