import { describe, expect, test } from "vitest";
import { draftHref, readDraft } from "@/lib/calendar-edits";
import { parseDay } from "@/lib/sla";

const ADDED = {
  action: "add",
  day: parseDay("2020-10-19"),
  kind: "off",
  unitId: 183,
  name: "Nghỉ do mưa lũ & bão",
  basis: 'Công điện "01"',
} as const;
const REMOVED = { action: "remove", day: parseDay("2020-09-02"), unitId: null } as const;

/** The parameters of an address as a page is given them. */
function paramsOf(href: string): Record<string, string | string[]> {
  const { searchParams } = new URL(href, "http://here.invalid");
  return Object.fromEntries([...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name)]));
}

describe("a draft", () => {
  test("comes back from its address as it was", () => {
    const edits = [ADDED, REMOVED, { action: "openYear", year: 2027 } as const];
    expect(readDraft(paramsOf(draftHref(edits)))).toEqual({ edits, malformed: null });
  });

  test("takes in the fields of the form, cleaned", () => {
    const { day, kind, basis } = ADDED;
    const form = { edit: JSON.stringify(REMOVED), day, kind, unit: "183", name: "  Nghỉ do  mưa lũ & bão ", basis };
    expect(readDraft(form)).toEqual({ edits: [REMOVED, ADDED], malformed: null });
    expect(readDraft({ ...form, edit: undefined, unit: "" }).edits).toEqual([{ ...ADDED, unitId: null }]);
  });

  test.each([
    [{ edit: "{" }, "edit"],
    [{ edit: JSON.stringify({ ...REMOVED, day: "2020-02-30" }) }, "day"],
    [{ day: "19/10/2020", kind: "off", unit: "", name: "a", basis: "b" }, "day"],
    [{ day: "2020-10-19", kind: "holiday", unit: "", name: "a", basis: "b" }, "kind"],
    [{ day: "2020-10-19", kind: "off", unit: "Tây Sơn", name: "a", basis: "b" }, "unitId"],
    [{ day: "2020-10-19", kind: "off", unit: "99999999999", name: "a", basis: "b" }, "unitId"],
    [{ day: "2020-10-19", kind: "off", unit: "", name: "a".repeat(301), basis: "b" }, "name"],
    [{ edit: JSON.stringify({ action: "dropTable" }) }, "action"],
  ])("%j cannot be read", (params, field) => {
    const draft = readDraft(params);
    expect(draft.edits).toEqual([]);
    expect(draft.malformed).toBe(field);
  });

  test("is empty without parameters", () => {
    expect(readDraft({})).toEqual({ edits: [], malformed: null });
    expect(readDraft({ day: "" })).toEqual({ edits: [], malformed: null });
  });
});
