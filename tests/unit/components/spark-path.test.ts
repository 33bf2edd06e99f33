import { describe, expect, it } from "vitest";
import { sparkPath } from "@/components/charts/spark-path";

describe("a sparkline", () => {
  it("runs from 100% at the top to ten points below the target", () => {
    const { points, targetY } = sparkPath([100, 85], 95, 80, 20);
    expect(points).toEqual([
      { x: 2, y: 2 },
      { x: 78, y: 18 },
    ]);
    expect(targetY).toBe(7.3);
  });

  it("makes room for lower months, down to forty points below the target", () => {
    expect(sparkPath([75], 95, 80, 20).points).toEqual([{ x: 40, y: 18 }]);
    expect(sparkPath([0, 100], 95, 80, 20).points[0]?.y).toBe(18);
  });

  it("breaks where a month has nothing to count", () => {
    const { lines, points } = sparkPath([96, 97, null, 98, null, 95, 94], 95, 80, 20);
    expect(lines).toHaveLength(2);
    expect(points).toHaveLength(5);
  });

  it("has no line without months", () => {
    expect(sparkPath([null, null], 95, 80, 20)).toMatchObject({ lines: [], points: [] });
  });
});
