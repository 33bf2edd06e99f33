import { describe, expect, it } from "vitest";
import { reachesVolume } from "@/lib/sla";

describe("reachesVolume", () => {
  it.each([
    { id: "one below", rate: { ok: 99, of: 99 }, least: 100, expected: false },
    { id: "exactly", rate: { ok: 0, of: 100 }, least: 100, expected: true },
    { id: "one above", rate: { ok: 50, of: 101 }, least: 100, expected: true },
    { id: "nothing to count, nothing asked", rate: null, least: 0, expected: true },
    { id: "nothing to count, one asked", rate: null, least: 1, expected: false },
  ])("$id", ({ rate, least, expected }) => {
    expect(reachesVolume(rate, least)).toBe(expected);
  });
});
