import { describe, expect, it } from "vitest";
import {
  clockOf,
  dayOf,
  dayOfMoment,
  isMoment,
  makeMoment,
  momentOf,
  parseDay,
  parseMoment,
  secondOfDay,
} from "@/lib/sla";

const HANOI = "Asia/Ho_Chi_Minh";

describe("a moment", () => {
  it.each(["2020-02-29T00:00:00", "2020-12-31T23:59:59"])("%s exists", (text) => {
    expect(isMoment(text)).toBe(true);
    expect(parseMoment(text)).toBe(text);
  });

  it.each([
    "2020-02-30T10:00:00",
    "2020-02-01T24:00:00",
    "2020-02-01T10:60:00",
    "2020-02-01 10:00:00",
    "2020-02-01",
    "",
  ])("%j does not", (text) => {
    expect(isMoment(text)).toBe(false);
    expect(() => parseMoment(text)).toThrow(expect.objectContaining({ code: "momentInvalid" }));
  });

  it("is a day and a second of it", () => {
    const moment = parseMoment("2020-02-29T16:26:54");
    expect(dayOfMoment(moment)).toBe("2020-02-29");
    expect(secondOfDay(moment)).toBe(59_214);
    expect(makeMoment(parseDay("2020-02-29"), 59_214)).toBe(moment);
    expect(makeMoment(parseDay("2020-02-29"), 0)).toBe("2020-02-29T00:00:00");
    expect(makeMoment(parseDay("2020-02-29"), 86_399)).toBe("2020-02-29T23:59:59");
  });

  it.each([-1, 0.5, 86_400, Number.NaN])("is none at second %d", (second) => {
    expect(() => makeMoment(parseDay("2020-02-29"), second)).toThrow(
      expect.objectContaining({ code: "momentInvalid" }),
    );
    expect(() => clockOf(second)).toThrow(expect.objectContaining({ code: "momentInvalid" }));
  });

  it("has a clock for each second of a day", () => {
    const clocks = Array.from({ length: 86_400 }, (_, second) => clockOf(second));
    const instants = clocks.map((clock) => new Date(`1970-01-01T${clock}Z`).getTime() / 1000);
    expect(instants).toEqual(clocks.map((_, second) => second));
  });
});

describe("the day of an instant", () => {
  it.each([
    ["2020-12-31T16:59:59Z", "2020-12-31"],
    ["2020-12-31T17:00:00Z", "2021-01-01"],
    ["2020-10-31T00:30:00Z", "2020-10-31"],
    ["2020-01-31T23:30:00+07:00", "2020-01-31"],
  ])("%s is %s in Hà Nội, wherever the machine stands", (instant, day) => {
    expect(dayOf(new Date(instant), HANOI)).toBe(day);
  });

  it("follows the zone that is passed in, summer time included", () => {
    expect(momentOf(new Date("2020-07-01T06:30:15.900Z"), "America/Los_Angeles")).toBe("2020-06-30T23:30:15");
    expect(momentOf(new Date("2020-12-01T07:30:00Z"), "America/Los_Angeles")).toBe("2020-11-30T23:30:00");
    expect(momentOf(new Date("2020-12-31T17:00:00Z"), HANOI)).toBe("2021-01-01T00:00:00");
  });

  it("refuses a zone or an instant that does not exist", () => {
    expect(() => dayOf(new Date(0), "Asia/Nowhere")).toThrow(expect.objectContaining({ code: "zoneUnknown" }));
    expect(() => dayOf(new Date("nonsense"), HANOI)).toThrow(expect.objectContaining({ code: "momentInvalid" }));
  });
});
