import { expect, test } from "vitest";
import { deriveTimeline, fromDayNumber, parseDay, toDayNumber } from "@/lib/sla";
import { sumForLedger } from "@/server/ledger/ledger-sums";
import { MOVEMENT_COLUMNS } from "@/server/ledger/movement-columns";
import { MovementTally } from "@/server/ledger/movement-tally";

/** Received, and neither promised nor finished. */
function received(tally: MovementTally, unitId: number, fieldId: number, day: string): void {
  const receivedOn = parseDay(day);
  const open = {
    status: "processing",
    dueOn: null,
    dueAt: null,
    finishedOn: null,
    finishedAt: null,
    pauses: [],
  } as const;
  const days = { receivedDay: toDayNumber(receivedOn), closedDay: null, dueDay: null };
  tally.add({ unitId, fieldId, channel: "online" }, deriveTimeline({ ...open, receivedOn }), days);
}

function tallyOf(...dossiers: readonly (readonly [unitId: number, fieldId: number, day: string])[]): MovementTally {
  const tally = new MovementTally();
  for (const [unitId, fieldId, day] of dossiers) received(tally, unitId, fieldId, day);
  return tally;
}

const ONLINE = MOVEMENT_COLUMNS.indexOf("received_online");
type Cells = NonNullable<ReturnType<typeof sumForLedger>>["days"];
const told = (cells: Cells = []) =>
  cells.map(({ unitId, fieldId, dayNumber, counts }) => [fromDayNumber(dayNumber), unitId, fieldId, counts[ONLINE]]);

test("days are of all fields, months begin on their first day, and days come in order", () => {
  const sums = sumForLedger(
    tallyOf(
      [7, 1, "2020-03-31"],
      [7, 2, "2020-03-31"],
      [7, 1, "2020-03-01"],
      [8, 1, "2020-04-01"],
      [7, 1, "2020-03-31"],
    ),
  );
  expect(told(sums?.days)).toEqual([
    ["2020-03-01", 7, 0, 1],
    ["2020-03-31", 7, 0, 3],
    ["2020-04-01", 8, 0, 1],
  ]);
  expect(told(sums?.months)).toEqual([
    ["2020-03-01", 7, 0, 4],
    ["2020-04-01", 8, 0, 1],
  ]);
  expect(new Set(told(sums?.fieldMonths))).toEqual(
    new Set([
      ["2020-03-01", 7, 1, 3],
      ["2020-03-01", 7, 2, 1],
      ["2020-04-01", 8, 1, 1],
    ]),
  );
});

test("so many days that they would take too much memory are not summed", () => {
  const tally = tallyOf([7, 1, "2020-03-31"], [7, 1, "2020-04-01"], [8, 1, "2020-04-01"]);
  expect(sumForLedger(tally, 3)).not.toBeNull();
  expect(sumForLedger(tally, 2)).toBeNull();
});
