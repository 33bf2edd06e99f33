import { describe, expect, it } from "vitest";
import { type Pause, parseDay } from "@/lib/sla";
import { mergePause } from "@/server/imports/merge-pause";

const AS_OF = parseDay("2020-10-31");

function pause(from: string, until: string | null): Pause {
  return { from: parseDay(from), until: until === null ? null : parseDay(until), reason: "awaitingSupplement" };
}

describe("mergePause", () => {
  it("keeps nothing of nothing", () => {
    expect(mergePause([], null, false, AS_OF)).toEqual([]);
  });

  it("takes the first one told", () => {
    expect(mergePause([], pause("2020-03-01", null), true, AS_OF)).toEqual([pause("2020-03-01", null)]);
  });

  it("ends the same pause when a newer list gives its end", () => {
    const merged = mergePause([pause("2020-03-01", null)], pause("2020-03-01", "2020-03-05"), false, AS_OF);
    expect(merged).toEqual([pause("2020-03-01", "2020-03-05")]);
  });

  it("adds a second one and keeps the first, in order of their days", () => {
    const second = pause("2020-05-01", "2020-05-09");
    const first = pause("2020-03-01", "2020-03-05");
    expect(mergePause([first], second, false, AS_OF)).toEqual([first, second]);
    expect(mergePause([second], first, false, AS_OF)).toEqual([first, second]);
  });

  it("ends an open one where the next began", () => {
    const merged = mergePause([pause("2020-03-01", null)], pause("2020-05-01", null), true, AS_OF);
    expect(merged).toEqual([pause("2020-03-01", "2020-05-01"), pause("2020-05-01", null)]);
  });

  it("ends an open one by the day of the list when the dossier is worked on again", () => {
    expect(mergePause([pause("2020-03-01", null)], null, false, AS_OF)).toEqual([pause("2020-03-01", AS_OF)]);
  });

  it("leaves an open one open while the dossier is still paused", () => {
    expect(mergePause([pause("2020-03-01", null)], null, true, AS_OF)).toEqual([pause("2020-03-01", null)]);
  });

  it("lets an older list say nothing of a pause that came later", () => {
    expect(mergePause([pause("2020-11-05", null)], null, false, AS_OF)).toEqual([pause("2020-11-05", null)]);
  });

  it("says the same when the same list comes again", () => {
    const told = pause("2020-05-01", "2020-05-09");
    const once = mergePause([pause("2020-03-01", null)], told, false, AS_OF);
    expect(mergePause(once, told, false, AS_OF)).toEqual(once);
  });
});
