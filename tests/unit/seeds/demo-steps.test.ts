import { expect, it } from "vitest";
import { attributeDelay } from "@/lib/sla";
import { demoLists } from "../../../seeds/demo/demo-lists";
import { progressOf } from "../../../seeds/demo/progress-file";
import { realiseSteps } from "../../../seeds/demo/realise-steps";
import type { Moment } from "../../../seeds/demo/types";
import { readWorld } from "../../../seeds/demo/world";

const world = readWorld();
const { grid } = world;
const list = demoLists(world).find(({ unit }) => unit.code === "551");
const dossiers = list?.dossiers() ?? [];
const asOf = grid.toDay(list?.asOfDay ?? "");
const told = dossiers.flatMap((dossier) => {
  const steps = realiseSteps(grid, dossier, asOf);
  return steps.length > 0 ? [{ dossier, steps }] : [];
});
const minuteOf = ({ day, minute }: Moment): number => day * 24 * 60 + minute;

it("tells the progress of a modest share of the dossiers, the same every time", () => {
  expect(told.length).toBeGreaterThan(50);
  expect(told.length).toBeLessThan(dossiers.length / 10);
  const records = progressOf(grid, dossiers, list?.asOfDay ?? "");
  expect(records).toHaveLength(told.reduce((sum, { steps }) => sum + steps.length, 0));
  expect(progressOf(grid, dossiers, list?.asOfDay ?? "")).toEqual(records);
});

it("leads without a gap from the receipt to the end of the dossier, never beyond the as-of day", () => {
  for (const { dossier, steps } of told) {
    expect(steps[0]?.begun).toEqual(dossier.received);
    expect(steps.at(-1)?.ended).toEqual(dossier.finished);
    for (const [index, { begun, ended }] of steps.entries()) {
      expect(begun.day).toBeLessThanOrEqual(asOf);
      if (index < steps.length - 1) expect(ended).toEqual(steps[index + 1]?.begun);
      if (ended !== null) expect(minuteOf(begun), dossier.code).toBeLessThan(minuteOf(ended));
    }
  }
});

it("lays what is late at the door of some step", () => {
  const late = told.filter(({ dossier: { due, finished } }) => due && finished && finished.day > due.day);
  expect(late.length).toBeGreaterThan(5);
  for (const { dossier, steps } of late) {
    const shown = steps.map(({ begun, ended, dueDay }) => ({
      unitId: 1,
      startedOn: grid.toText(begun.day),
      endedOn: ended && grid.toText(ended.day),
      dueOn: grid.toText(dueDay),
    }));
    const { responsible } = attributeDelay(grid.calendar, shown, grid.toText(dossier.finished?.day ?? asOf));
    expect(responsible, dossier.code).not.toBeNull();
  }
});
