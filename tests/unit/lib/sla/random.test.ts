import { describe, expect, it } from "vitest";
import { betaBelow } from "@/lib/sla";
import { drawBeta, seededRandom } from "@/lib/sla/random";

describe("seeded random numbers", () => {
  it("are those of mulberry32, as a Python program of it gives them", () => {
    const one = seededRandom(1);
    expect([one(), one(), one(), one()]).toEqual([
      0.6270739405881613, 0.002735721180215478, 0.5274470399599522, 0.9810509674716741,
    ]);
    const negative = seededRandom(-5);
    expect([negative(), negative()]).toEqual([0.48384718922898173, 0.05296749505214393]);
    const other = seededRandom(20_201_031);
    expect([other(), other()]).toEqual([0.036186296259984374, 0.1981865877751261]);
  });
});

function draws(a: number, b: number, seed: number, count: number): number[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => drawBeta(random, a, b));
}

describe("draws from a Beta distribution", () => {
  // Two first draws and the sum of four hundred; Python again, after the papers and not after our text.
  it.each([
    [57, 3, 7, 0.9852756851763391, 0.9574986277233186, 379.8863315253211],
    [1, 1, 3, 0.8070718745583649, 0.5447452701212192, 194.5390298785341],
    [0.4, 0.7, 11, 0.11735861225405668, 0.0069577038377064155, 140.34184282654329],
    [2.5, 40, 20_201_031, 0.049192036896269636, 0.006371164289974925, 23.328738272843154],
  ])("Beta(%f, %f) from seed %i", (a, b, seed, first, second, sum) => {
    const drawn = draws(a, b, seed, 400);
    expect(drawn[0]).toBeCloseTo(first, 12);
    expect(drawn[1]).toBeCloseTo(second, 12);
    expect(drawn.reduce((total, value) => total + value, 0)).toBeCloseTo(sum, 8);
  });

  it.each([
    [57, 3],
    [1, 1],
    [0.4, 0.7],
    [2.5, 40],
  ])("Beta(%f, %f) lies as its distribution function says (Kolmogorov and Smirnov)", (a, b) => {
    const drawn = draws(a, b, 5, 10_000).sort((left, right) => left - right);
    const gaps = drawn.map((value, index) => Math.abs(betaBelow(value, a, b) - (index + 0.5) / drawn.length));
    // 1.63 / √n is exceeded by chance once in a hundred.
    expect(Math.max(...gaps)).toBeLessThan(1.63 / Math.sqrt(drawn.length));
  });
});
