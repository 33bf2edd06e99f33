import "server-only";
import { type CalendarDay, type Channel, type DossierTimeline, type Outcome, toDayNumber } from "@/lib/sla";
import { MOVEMENT_COLUMNS, type MovementColumn } from "./movement-columns";

const COLUMNS = MOVEMENT_COLUMNS.length;
/** Unit, field and day, then the counts; a cell that is free has the unit 0. */
const CELL = 3 + COLUMNS;
const FIRST_CAPACITY = 1 << 12;

const at = (column: MovementColumn): number => 3 + MOVEMENT_COLUMNS.indexOf(column);
const RECEIVED: Readonly<Record<Channel, number>> = {
  direct: at("received_direct"),
  online: at("received_online"),
  postal: at("received_postal"),
};
const CLOSED: Readonly<Record<Outcome, number>> = {
  early: at("early"),
  onTime: at("on_time"),
  late: at("late"),
  undated: at("resolved_undated"),
  returned: at("returned"),
};
const [PAUSED, OVERDUE, OPEN_UNDATED] = [at("paused"), at("overdue"), at("open_undated")];
const [DUE, DUE_MET] = [at("due"), at("due_met")];

type Place = { readonly unitId: number; readonly fieldId: number; readonly channel: Channel };

/** Movements of one cell of the ledger: `counts` in the order of `MOVEMENT_COLUMNS`. */
export type TalliedCell = {
  readonly unitId: number;
  readonly fieldId: number;
  /** Days since 1970-01-01. */
  readonly dayNumber: number;
  readonly counts: Int32Array;
};

/**
 * Sums of the movements of new dossiers by unit, field and day, as the view `dossier_movement` would tell them once
 * the dossiers are stored: for a million rows at a tenth of the time. A test holds the two against each other.
 */
export class MovementTally {
  private capacity = FIRST_CAPACITY;
  private cells = new Int32Array(FIRST_CAPACITY * CELL);
  private used = 0;

  add(place: Place, timeline: DossierTimeline): void {
    if (!timeline.counted) return;
    const { receivedOn, closedOn, outcome, dueCountedOn, dueMet, undated, pausedSpans, overdueSpans } = timeline;
    const received = this.cell(place, receivedOn);
    this.move(received, RECEIVED[place.channel], 1);
    if (undated) this.move(received, OPEN_UNDATED, 1);
    if (closedOn !== null && outcome !== null) {
      const closed = this.cell(place, closedOn);
      this.move(closed, CLOSED[outcome], 1);
      if (undated) this.move(closed, OPEN_UNDATED, -1);
    }
    if (dueCountedOn !== null) {
      const due = this.cell(place, dueCountedOn);
      this.move(due, DUE, 1);
      if (dueMet) this.move(due, DUE_MET, 1);
    }
    for (const { from, until } of pausedSpans) {
      this.pause(place, from, 1, undated);
      if (until !== null) this.pause(place, until, -1, undated);
    }
    for (const { from, until } of overdueSpans) {
      this.move(this.cell(place, from), OVERDUE, 1);
      if (until !== null) this.move(this.cell(place, until), OVERDUE, -1);
    }
  }

  /** Cells so far. */
  get size(): number {
    return this.used;
  }

  *[Symbol.iterator](): Generator<TalliedCell> {
    const { cells } = this;
    for (let begin = 0; begin < cells.length; begin += CELL) {
      const [unitId = 0, fieldId = 0, dayNumber = 0] = [cells[begin], cells[begin + 1], cells[begin + 2]];
      if (unitId !== 0) yield { unitId, fieldId, dayNumber, counts: cells.subarray(begin + 3, begin + CELL) };
    }
  }

  /** An undated dossier leaves "open_undated" while it is paused. */
  private pause(place: Place, day: CalendarDay, change: 1 | -1, undated: boolean): void {
    const cell = this.cell(place, day);
    this.move(cell, PAUSED, change);
    if (undated) this.move(cell, OPEN_UNDATED, -change);
  }

  private move(cell: number, column: number, change: number): void {
    this.cells[cell + column] = (this.cells[cell + column] ?? 0) + change;
  }

  /** Where the cell of a place and day begins; it is made when there is none. */
  private cell({ unitId, fieldId }: Place, day: CalendarDay): number {
    if (this.used * 2 > this.capacity) this.grow();
    const dayNumber = toDayNumber(day);
    const begin = this.find(unitId, fieldId, dayNumber);
    if (this.cells[begin] === 0) {
      this.cells[begin] = unitId;
      this.cells[begin + 1] = fieldId;
      this.cells[begin + 2] = dayNumber;
      this.used += 1;
    }
    return begin;
  }

  private find(unitId: number, fieldId: number, dayNumber: number): number {
    const { cells } = this;
    const mixed = Math.imul(Math.imul(unitId, 0x9e3779b1) ^ dayNumber, 0x85ebca6b) ^ Math.imul(fieldId, 0xc2b2ae35);
    let index = (mixed ^ (mixed >>> 15)) & (this.capacity - 1);
    for (;;) {
      const begin = index * CELL;
      const isIts = cells[begin] === unitId && cells[begin + 1] === fieldId && cells[begin + 2] === dayNumber;
      if (isIts || cells[begin] === 0) return begin;
      index = (index + 1) & (this.capacity - 1);
    }
  }

  private grow(): void {
    const before = this.cells;
    this.capacity *= 2;
    this.cells = new Int32Array(this.capacity * CELL);
    for (let old = 0; old < before.length; old += CELL) {
      const [unitId = 0, fieldId = 0, dayNumber = 0] = [before[old], before[old + 1], before[old + 2]];
      if (unitId !== 0) this.cells.set(before.subarray(old, old + CELL), this.find(unitId, fieldId, dayNumber));
    }
  }
}
