import { expect, it } from "vitest";
import { safeNext } from "@/lib/access/safe-next";

it.each(["/", "/ranking?unit=547&from=2020-01-01", "/units/7#fields", "/dossiers?measure=late&page=2"])(
  "goes to %s",
  (path) => {
    expect(safeNext(path)).toBe(path);
  },
);

it.each([
  null,
  undefined,
  "",
  "ranking",
  "https://evil.example/",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/.//evil.example",
  "/a/..//evil.example",
  "javascript:alert(1)",
  "/login",
  "/login?next=/login",
  "/x/../login",
  "/api/imports",
])("goes home instead of to %j", (path) => {
  expect(safeNext(path)).toBe("/");
});
