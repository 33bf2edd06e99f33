import { expect, it } from "vitest";

const OFFSETS = new Map([
  ["UTC", 0],
  ["Asia/Ho_Chi_Minh", -420],
  ["America/Los_Angeles", 480],
]);

it("runs in the zone that its project names, whatever the machine's", () => {
  const offset = OFFSETS.get(process.env.TZ ?? "");
  expect(offset).toBeDefined();
  expect(new Date(2020, 0, 15).getTimezoneOffset()).toBe(offset);
});
