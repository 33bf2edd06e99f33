import { describe, expect, it } from "vitest";
import {
  formatBp,
  formatComplement,
  formatCount,
  formatDay,
  formatDayOfYear,
  formatInstant,
  formatMoment,
  formatMonth,
  formatPoints,
  formatRate,
  formatThreshold,
} from "@/lib/format";
import { parseDay, parseMoment } from "@/lib/sla";

const FROM_95 = { thresholdBp: 9500, mustExceed: false };

describe("counts", () => {
  it.each([
    [0, "0"],
    [7, "7"],
    [999, "999"],
    [1000, "1.000"],
    [19150, "19.150"],
    [1234567, "1.234.567"],
    [-1157, "−1.157"],
    [null, "—"],
  ])("%s is written %s", (count, text) => expect(formatCount(count)).toBe(text));
});

describe("percentages", () => {
  it.each([
    [{ ok: 17993, of: 19150 }, "93,96%"],
    [{ ok: 95, of: 100 }, "95,00%"],
    [{ ok: 94996, of: 100000 }, "94,99%"],
    [{ ok: 99999, of: 100000 }, "99,99%"],
    [{ ok: 1, of: 100000 }, "0,01%"],
    [{ ok: 0, of: 5 }, "0,00%"],
    [{ ok: 5, of: 5 }, "100,00%"],
    [null, "—"],
  ])("%j is written %s", (rate, text) => expect(formatRate(rate, FROM_95)).toBe(text));

  it("never writes a rate that does not exceed as if it did", () => {
    expect(formatRate({ ok: 950_000_001, of: 1_000_000_000 }, { thresholdBp: 9500, mustExceed: true })).toBe("95,00%");
  });

  it("adds up with what is missing to 100%", () => {
    expect(formatComplement({ ok: 17993, of: 19150 }, FROM_95)).toBe("6,04%");
    expect(formatComplement({ ok: 94996, of: 100000 }, FROM_95)).toBe("5,01%");
    expect(formatComplement(null, FROM_95)).toBe("—");
  });

  it("writes a threshold without needless decimals", () => {
    expect(formatThreshold(FROM_95)).toBe("95%");
    expect(formatThreshold({ thresholdBp: 9750, mustExceed: true })).toBe("97,5%");
    expect(formatThreshold({ thresholdBp: 10_000, mustExceed: false })).toBe("100%");
  });

  it("writes hundredths of a percent with two decimals", () => {
    expect(formatBp(5)).toBe("0,05%");
    expect(formatBp(null)).toBe("—");
  });

  it.each([
    [120, "+1,2 điểm %"],
    [-40, "−0,4 điểm %"],
    [0, "0,0 điểm %"],
    [3, "0,0 điểm %"],
    [1000, "+10,0 điểm %"],
  ])("a difference of %i hundredths is written %s", (difference, text) => expect(formatPoints(difference)).toBe(text));
});

describe("days and moments", () => {
  it("writes days as officials do", () => {
    expect(formatDay(parseDay("2020-11-06"))).toBe("06/11/2020");
    expect(formatDay(null)).toBe("—");
    expect(formatDayOfYear(parseDay("2020-09-02"))).toBe("02/09");
    expect(formatMonth(parseDay("2020-02-29"))).toBe("2/2020");
  });

  it("writes moments as the wall clock of the zone, whatever the host's", () => {
    expect(formatMoment(parseMoment("2020-11-02T08:14:59"))).toBe("02/11/2020 08:14");
    expect(formatInstant("2020-11-01T17:30:00.000Z", "Asia/Ho_Chi_Minh")).toBe("02/11/2020 00:30");
  });
});
