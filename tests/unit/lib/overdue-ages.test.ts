import { describe, expect, test } from "vitest";
import { overdueAgeOf } from "@/lib/overdue-ages";

describe("how long a dossier is overdue", () => {
  test.each([
    [0, "overdueTo5"],
    [5, "overdueTo5"],
    [6, "overdueTo15"],
    [16, "overdueTo30"],
    [30, "overdueTo30"],
    [31, "overdueLonger"],
  ])("%i working days: %s", (days, age) => {
    expect(overdueAgeOf(days)).toBe(age);
  });
});
