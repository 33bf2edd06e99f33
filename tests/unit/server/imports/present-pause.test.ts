import { expect, test } from "vitest";
import { parseDay } from "@/lib/sla";
import { presentPause } from "@/server/imports/present-pause";

const asOf = parseDay("2020-10-31");
const from = parseDay("2020-10-05");

test("a pause of nobody knows when begins with the list that first tells of it", () => {
  const begun = { from: asOf, until: null, reason: "awaitingSupplement" };
  expect(presentPause([], "awaitingSupplement", asOf)).toEqual(begun);
  expect(
    presentPause([{ from, until: parseDay("2020-10-09"), reason: "stopped" }], "awaitingSupplement", asOf),
  ).toEqual(begun);
});

test("one that is open goes on, and what is not paused has none", () => {
  expect(presentPause([{ from, until: null, reason: "stopped" }], "stopped", asOf)).toBeNull();
  expect(presentPause([], "processing", asOf)).toBeNull();
});
