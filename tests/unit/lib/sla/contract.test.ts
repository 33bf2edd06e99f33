import { describe, expect, it } from "vitest";
import {
  CHANNELS,
  DOSSIER_CLASSES,
  DOSSIER_STATUSES,
  emptyTally,
  FORMULA_IDS,
  FORMULAS,
  OUTCOMES,
  PAUSE_REASONS,
  SLA_ERROR_CODES,
  SlaError,
  TALLY_FIELDS,
} from "@/lib/sla";

describe("the vocabulary", () => {
  it("keeps the order of the national portal's codes", () => {
    expect(DOSSIER_STATUSES).toHaveLength(10);
    expect(DOSSIER_STATUSES.indexOf("awaitingSupplement") + 1).toBe(5);
    expect(DOSSIER_STATUSES.indexOf("awaitingPayment") + 1).toBe(6);
    expect(DOSSIER_STATUSES.indexOf("stopped") + 1).toBe(8);
    expect(DOSSIER_STATUSES.indexOf("handedOver") + 1).toBe(10);
  });

  it("has no word twice, and one record for each list", () => {
    for (const words of [DOSSIER_STATUSES, CHANNELS, DOSSIER_CLASSES, TALLY_FIELDS, FORMULA_IDS, SLA_ERROR_CODES]) {
      expect(new Set<string>(words).size).toBe(words.length);
    }
    expect(Object.keys(emptyTally())).toEqual([...TALLY_FIELDS]);
    expect(Object.keys(FORMULAS)).toEqual([...FORMULA_IDS]);
    expect(DOSSIER_CLASSES).toEqual(expect.arrayContaining([...OUTCOMES]));
    expect(DOSSIER_STATUSES).toEqual(expect.arrayContaining([...PAUSE_REASONS]));
  });

  it("an error is a code with its values", () => {
    const error = new SlaError("calendarYearMissing", { year: 2031 });
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: "SlaError", code: "calendarYearMissing", message: "calendarYearMissing" });
    expect(error.params).toEqual({ year: 2031 });
    expect(new SlaError("dayInvalid").params).toEqual({});
  });
});
