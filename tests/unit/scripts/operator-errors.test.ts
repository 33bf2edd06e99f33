import { expect, it } from "vitest";
import { OPERATOR_ERRORS } from "@/lib/strings/runtime";
import { describeOperatorError } from "../../../scripts/lib/describe-operator-error";
import { OPERATOR_ERROR_CODES, OperatorError } from "../../../scripts/lib/operator-error";

it.each(OPERATOR_ERROR_CODES)("has a sentence for %s", (code) => {
  expect(describeOperatorError(new OperatorError(code, { port: 1 }))).not.toBe(code);
});

it("has no sentence too many", () => {
  expect(Object.keys(OPERATOR_ERRORS).sort()).toEqual([...OPERATOR_ERROR_CODES].sort());
});

it("names the folder that may not be written", () => {
  const error = Object.assign(new Error("EACCES"), { code: "EACCES", path: "/srv/data" });
  expect(describeOperatorError(error)).toContain("/srv/data");
  expect(describeOperatorError(new Error("a bug"))).toBeNull();
});
