import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apportion } from "../../../seeds/demo/apportion";

const sum = (parts: readonly number[]): number => parts.reduce((whole, part) => whole + part, 0);

describe("apportion", () => {
  it("gives the rest to the largest remainders", () => {
    expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(apportion(7, [5, 3, 0])).toEqual([4, 3, 0]);
  });

  it("passes on what a cap leaves over", () => {
    expect(apportion(10, [8, 1, 1], [2, 100, 100])).toEqual([2, 4, 4]);
  });

  it("refuses what does not fit", () => {
    expect(() => apportion(5, [1, 1], [2, 2])).toThrow();
    expect(() => apportion(1, [0, 0])).toThrow();
  });

  it("always adds up to the total, in whole numbers, below the caps", () => {
    const shares = fc.array(fc.record({ weight: fc.integer({ min: 1, max: 1000 }), cap: fc.nat(500) }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(shares, fc.double({ min: 0, max: 1, noNaN: true }), (parts, filled) => {
        const caps = parts.map(({ cap }) => cap);
        const total = Math.floor(sum(caps) * filled);
        const given = apportion(
          total,
          parts.map(({ weight }) => weight),
          caps,
        );
        expect(sum(given)).toBe(total);
        expect(given.every((amount, index) => Number.isInteger(amount) && amount <= (caps[index] ?? 0))).toBe(true);
      }),
    );
  });
});
