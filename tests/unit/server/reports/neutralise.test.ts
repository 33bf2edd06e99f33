import fc from "fast-check";
import { expect, it } from "vitest";
import { neutralise } from "@/server/reports/neutralise";

it.each(["=1+1", "+84", "-1", "@SUM(A1)", "\t=1", "\rx", "\n=1", "  =1", "＝1+1", '"=1+1"', "'=1"])(
  "%j does not begin a formula",
  (text) => {
    expect(neutralise(text)).toMatch(/^'/);
  },
);

it.each(["x;=1+1", "x,@SUM(A1)", 'x";"=1+1', "x\t-1", "x\n=1", "x|=1"])(
  "%j holds none for another separator",
  (text) => {
    expect(neutralise(text)).not.toMatch(/[;,|\t\r\n][\s"]*[=+\-@]/);
  },
);

it.each(["Xã Tây Phú", "000.00.01.H52-201030-0001", "Cấp (a + b)", "Xây dựng - nhà ở", "50%"])(
  "%j stays as it is",
  (text) => {
    expect(neutralise(text)).toBe(text);
  },
);

it("leaves no cell, read with any separator, that begins a formula", () => {
  const piece = fc.constantFrom("=", "+", "-", "@", ";", ",", "\t", "\r", "\n", '"', " ", "'", "a", "1", "|", "＝");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      for (const cell of neutralise(pieces.join("")).split(/[;,|\t\r\n]/)) {
        expect(cell).not.toMatch(/^[\s"]*[=+\-@]/);
      }
    }),
  );
});
