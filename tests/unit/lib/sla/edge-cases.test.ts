import { describe, expect, it } from "vitest";
import { CALENDAR } from "./edge-cases/calendar-cases";
import type { Case } from "./edge-cases/case";
import { CLOCK } from "./edge-cases/clock-cases";
import { COUNTING } from "./edge-cases/counting-cases";
import { LIFE } from "./edge-cases/life-cases";
import { PAUSES } from "./edge-cases/pause-cases";

const ALL: readonly Case[] = [...CALENDAR, ...CLOCK, ...PAUSES, ...LIFE, ...COUNTING];

describe("the 66 cases", () => {
  it.each(ALL.map((one) => [String(one.id).padStart(2, "0"), one.says, one.source, one] as const))(
    "E%s: %s (%s)",
    (_id, _says, _source, one) => {
      expect(one.got()).toEqual(one.expected);
    },
  );

  it("are all here, once", () => {
    expect(ALL.map(({ id }) => id)).toEqual(Array.from({ length: 66 }, (_, index) => index + 1));
  });
});
