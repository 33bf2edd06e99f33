import { expect, test } from "vitest";
import { cssString } from "@/lib/css-string";

test("a unit's name is a string of CSS, whatever it holds", () => {
  expect(cssString("Huyện Tây Sơn · mức 95%")).toBe('"Huyện Tây Sơn · mức 95%"');
  expect(cssString('Xã "A"\\\n</style>&')).toBe('"Xã \\22 A\\22 \\5c \\a \\3c /style\\3e \\26 "');
});
