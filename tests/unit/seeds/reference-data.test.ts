import { describe, expect, it } from "vitest";
import { CALENDAR_FIRST_YEAR, CALENDAR_LAST_YEAR, readCalendarDays } from "../../../seeds/reference/read-calendar-days";
import { readProcedures } from "../../../seeds/reference/read-procedures";
import { readSuccessions, readUnits } from "../../../seeds/reference/read-units";
import { targetsFor } from "../../../seeds/reference/targets";

const units = readUnits();
const identities = new Set(units.map(({ provinceKey, code, validFrom }) => `${provinceKey}/${code}/${validFrom}`));
const count = (provinceKey: string, level: string, validFrom: string | null): number =>
  units.filter((unit) => unit.provinceKey === provinceKey && unit.level === level && unit.validFrom === validFrom)
    .length;

describe("units", () => {
  it("holds Bình Định with 11 districts and 159 communes, and Gia Lai after it with 135", () => {
    expect(count("binh-dinh", "district", null)).toBe(11);
    expect(count("binh-dinh", "commune", null)).toBe(159);
    expect(count("binh-dinh", "commune", "2025-07-01")).toBe(135);
    expect(count("binh-dinh", "province", null)).toBe(1);
    expect(count("binh-dinh", "province", "2025-07-01")).toBe(1);
  });

  it("holds the city of Bắc Giang with 16 communes, and Kon Tum with its 10 districts", () => {
    expect(count("bac-giang", "commune", null)).toBe(16);
    expect(count("kon-tum", "district", null)).toBe(10);
  });

  it("ends the old tree on the day the new one begins: half-open", () => {
    const old = units.filter(({ validFrom }) => validFrom === null);
    expect(new Set(old.map(({ validUntil }) => validUntil))).toEqual(new Set(["2025-07-01"]));
  });

  it("names each unit once, below a parent of the same time that stands before it", () => {
    expect(identities.size).toBe(units.length);
    const seen = new Set<string>();
    for (const { provinceKey, code, parentCode, validFrom } of units) {
      if (parentCode !== null) expect(seen).toContain(`${provinceKey}/${parentCode}/${validFrom}`);
      seen.add(`${provinceKey}/${code}/${validFrom}`);
    }
  });

  it("has no two units of one name below one parent", () => {
    const names = units.map((unit) => [unit.provinceKey, unit.parentCode, unit.validFrom, unit.name].join("/"));
    expect(new Set(names).size).toBe(names.length);
  });

  it("gives every district a one-stop desk, three divisions or more and a land-registration branch", () => {
    for (const district of units.filter(({ level }) => level === "district")) {
      const kinds = units
        .filter(({ provinceKey, parentCode }) => provinceKey === district.provinceKey && parentCode === district.code)
        .map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === "mot_cua")).toHaveLength(1);
      expect(kinds.filter((kind) => kind === "cnvpdkdd")).toHaveLength(1);
      expect(kinds.filter((kind) => kind === "phong_ban").length).toBeGreaterThanOrEqual(3);
    }
  });
});

describe("successions", () => {
  const successions = readSuccessions();

  it("names units that exist, and leaves no commune of Bình Định without a successor", () => {
    for (const { provinceKey, predecessorCode, successorCode, effectiveOn } of successions) {
      expect(identities).toContain(`${provinceKey}/${predecessorCode}/null`);
      expect(identities).toContain(`${provinceKey}/${successorCode}/${effectiveOn}`);
    }
    const predecessors = new Set(successions.map(({ predecessorCode }) => predecessorCode));
    const old = units.filter(
      ({ provinceKey, level, validFrom }) => provinceKey === "binh-dinh" && level === "commune" && validFrom === null,
    );
    expect(old.filter(({ code }) => !predecessors.has(code))).toEqual([]);
  });

  it("gives split communes more than one successor", () => {
    const split = successions.filter(({ extent }) => extent !== "whole");
    expect(new Set(split.map(({ predecessorCode }) => predecessorCode))).toEqual(new Set(["21634", "21997", "22000"]));
  });
});

describe("calendar", () => {
  const days = readCalendarDays();
  const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

  it("has days off in every year, each with its basis, each named once", () => {
    for (let year = CALENDAR_FIRST_YEAR; year <= CALENDAR_LAST_YEAR; year += 1) {
      expect(days.filter(({ day, kind }) => kind === "off" && day.startsWith(`${year}-`)).length).toBeGreaterThan(8);
    }
    expect(days.every(({ basis }) => basis.length > 0)).toBe(true);
    expect(new Set(days.map(({ day }) => day)).size).toBe(days.length);
  });

  it("lists no plain weekend: days off are weekdays, make-up days are Saturdays", () => {
    for (const { day, kind } of days) {
      if (kind === "work") expect(weekday(day)).toBe(6);
      else expect([1, 2, 3, 4, 5]).toContain(weekday(day));
    }
  });
});

describe("procedures", () => {
  const procedures = readProcedures();

  it("are sixty or more over twelve fields or more, with every unit of time limit", () => {
    expect(procedures.length).toBeGreaterThanOrEqual(60);
    expect(new Set(procedures.map(({ fieldCode }) => fieldCode)).size).toBeGreaterThanOrEqual(12);
    expect(new Set(procedures.map(({ limit }) => limit.unit))).toEqual(
      new Set(["workingDay", "workingHour", "calendarDay", "month"]),
    );
  });

  it("have one code and one name each, and one name for each field", () => {
    expect(new Set(procedures.map(({ code }) => code)).size).toBe(procedures.length);
    expect(new Set(procedures.map(({ name }) => name)).size).toBe(procedures.length);
    const fields = new Set(procedures.map(({ fieldCode, fieldName }) => `${fieldCode}/${fieldName}`));
    expect(fields.size).toBe(new Set(procedures.map(({ fieldCode }) => fieldCode)).size);
  });

  it("are handled by communes or by offices that exist", () => {
    const suffixes = new Set(units.map(({ code }) => code.split(".")[1]));
    const handlers = new Set(procedures.flatMap(({ handledBy }) => handledBy));
    expect([...handlers].filter((handler) => handler !== "commune" && !suffixes.has(handler))).toEqual([]);
  });
});

describe("targets", () => {
  it("are set for units that exist, 95% to be exceeded by the seven named districts", () => {
    const strict = targetsFor("binh-dinh").filter(({ mustExceed }) => mustExceed);
    expect(strict).toHaveLength(7);
    for (const { unitCode, unitValidFrom } of targetsFor("binh-dinh")) {
      expect(identities).toContain(`binh-dinh/${unitCode}/${unitValidFrom}`);
    }
  });
});
