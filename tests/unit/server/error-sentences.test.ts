import { expect, it } from "vitest";
import { ERRORS, UNEXPECTED_ERROR, describeError } from "@/lib/strings/errors";
import { USERS } from "@/lib/strings/users";
import { ROLES } from "@/lib/access/roles";
import { PASSWORD_PROBLEMS } from "@/server/auth/check-password";
import { APP_ERROR_CODES } from "@/server/errors";

it("has a sentence for every code, and for no other", () => {
  expect(Object.keys(ERRORS).sort()).toEqual([...APP_ERROR_CODES].sort());
  for (const code of APP_ERROR_CODES) {
    expect(describeError(code)).toMatch(/^\S.*\.$/);
    expect(describeError(code)).not.toMatch(/undefined|NaN|\(\)/);
  }
  expect(describeError("toString")).toBe(UNEXPECTED_ERROR);
});

it("says what is wrong with a password", () => {
  const sentences = PASSWORD_PROBLEMS.map((reason) => describeError("invalidInput", { field: "password", reason }));
  expect(new Set(sentences).size).toBe(PASSWORD_PROBLEMS.length);
  expect(describeError("invalidInput", { field: "password", reason: "tooShort" })).toBe(
    "Mật khẩu quá ngắn, cần ít nhất 10 ký tự.",
  );
});

it("names every role", () => {
  expect(Object.keys(USERS.roles).sort()).toEqual([...ROLES].sort());
});
