import { expect, it } from "vitest";
import { addResults, judge } from "../../../scripts/lib/testing/test-result";

const failures: string[] = [];

it("counts a runner that fails or runs nothing as one failure", () => {
  expect(judge({ passed: 3, failed: 0, failures }, 0)).toEqual({ passed: 3, failed: 0, failures });
  expect(judge({ passed: 3, failed: 2, failures }, 1)).toEqual({ passed: 3, failed: 2, failures });
  expect(judge({ passed: 3, failed: 0, failures }, 1)).toEqual({ passed: 3, failed: 1, failures });
  expect(judge({ passed: 0, failed: 0, failures }, 0)).toEqual({ passed: 0, failed: 1, failures });
});

it("adds", () => {
  expect(addResults({ passed: 1, failed: 2, failures: ["one"] }, { passed: 3, failed: 4, failures: ["two"] })).toEqual({
    passed: 4,
    failed: 6,
    failures: ["one", "two"],
  });
});
