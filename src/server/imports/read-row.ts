import "server-only";
import type { Column } from "@/lib/list-columns";
import type { CalendarDay, Channel, DossierStatus, Pause, TimeLimit } from "@/lib/sla";
import type { ProblemCode, ProblemDetails } from "@/lib/strings/imports";
import { momentAt, textAt } from "./cell-of-row";
import type { Header } from "./find-header";
import type { KnownProcedure, KnownUnit, Lookups } from "./load-lookups";
import type { Moment } from "./parse-moment";
import { ownText } from "./own-text";
import type { RowProblem } from "./row-problem";
import type { RawRow } from "./sheet-reader";
import { isNoDay, isPauseReason, parseChannel, parseStatus } from "./words";

/** What a row says of a dossier, understood. */
export type DossierDraft = {
  readonly rowNumber: number;
  readonly code: string;
  readonly receivingUnitId: number;
  readonly unitId: number;
  readonly procedureId: number;
  readonly fieldId: number;
  readonly limit: TimeLimit | null;
  readonly channel: Channel;
  readonly status: DossierStatus;
  readonly received: Moment;
  readonly due: Moment | null;
  readonly extendedDueOn: CalendarDay | null;
  readonly finished: Moment | null;
  readonly handedOverOn: CalendarDay | null;
  readonly officer: string | null;
  readonly pause: Pause | null;
};

export type RowContext = {
  readonly header: Header;
  readonly lookups: Lookups;
  /** Last day the export speaks for: what happened cannot be later. */
  readonly asOfOn: CalendarDay;
};

const LONGEST_CODE = 100;
const LONGEST_NAME = 200;
const SHOWN_LENGTH = 60;
/** Names are told whole, so that a clerk can say what they stand for. */
const LONGEST_SAID = 500;
const CLOSED: readonly DossierStatus[] = ["withdrawn", "resolved", "handedOver"];

/** Reads one row: a draft, or every problem that stands in its way. */
export function readRow(row: RawRow, context: RowContext): DossierDraft | RowProblem[] {
  const reader = new RowReader(row, context);
  const draft = reader.read();
  return draft !== null && reader.problems.length === 0 ? draft : reader.problems;
}

/** True for rows without any text: spreadsheets end in thousands of them. */
export function isBlank(row: RawRow): boolean {
  for (const cell of row.cells) if (typeof cell === "number" || cell.trim() !== "") return false;
  return true;
}

class RowReader {
  readonly problems: RowProblem[] = [];
  private readonly code: string;
  private readonly positions: Header["positions"];

  constructor(
    private readonly row: RawRow,
    private readonly context: RowContext,
  ) {
    this.positions = context.header.positions;
    this.code = this.text(this.positions.code);
  }

  read(): DossierDraft | null {
    const { positions } = this;
    if (this.code === "") this.report("code", "missingCode", {});
    if (this.code.length > LONGEST_CODE) this.report("code", "tooLong", { value: this.code.slice(0, SHOWN_LENGTH) });
    const status = this.status();
    const received = this.happened("received", positions.received);
    if (received === null && isNoDay(this.text(positions.received))) this.report("received", "missingReceived", {});
    const receivingUnit = this.unit("receivingUnit", positions.receivingUnit, received);
    const unit = this.text(positions.unit) === "" ? receivingUnit : this.unit("unit", positions.unit, received);
    const procedure = this.procedure();
    const channel = this.channel();
    const due = this.moment("due", positions.due);
    const finished = this.happened("finished", positions.finished);
    if (received === null || status === null) return null;
    if (due !== null && due.dayNumber < received.dayNumber) this.contradict("due", "dueBeforeReceived", received.on);
    if (finished !== null && finished.dayNumber < received.dayNumber)
      this.contradict("finished", "finishedBeforeReceived", received.on);
    if (CLOSED.includes(status) && finished === null && isNoDay(this.text(positions.finished))) {
      this.report("finished", "closedWithoutDay", { value: this.text(positions.status) });
    }
    const pause = this.pause(status, received, finished);
    const officer = this.text(positions.officer);
    if (officer.length > LONGEST_NAME) this.report("officer", "tooLong", { value: officer.slice(0, SHOWN_LENGTH) });
    const extendedDueOn = this.moment("extendedDue", positions.extendedDue)?.on ?? null;
    const handedOverOn = this.happened("handedOver", positions.handedOver)?.on ?? null;
    if (receivingUnit === null || unit === null || procedure === null || channel === null) return null;
    return {
      rowNumber: this.row.rowNumber,
      code: this.code,
      receivingUnitId: receivingUnit.id,
      unitId: unit.id,
      procedureId: procedure.id,
      fieldId: procedure.fieldId,
      limit: limitOn(procedure, received.on),
      channel,
      status,
      received,
      due,
      extendedDueOn,
      finished: CLOSED.includes(status) ? finished : null,
      handedOverOn,
      officer: officer === "" ? null : officer,
      pause,
    };
  }

  private text(position: number): string {
    return textAt(this.row, position);
  }

  private report(column: Column, code: ProblemCode, details: ProblemDetails): null {
    this.problems.push({
      rowNumber: this.row.rowNumber,
      columnName: this.context.header.names[column],
      code,
      dossierCode: this.code === "" ? null : ownText(this.code.slice(0, LONGEST_CODE)),
      details: details.value === undefined ? details : { ...details, value: ownText(details.value) },
    });
    return null;
  }

  private contradict(column: Column, code: ProblemCode, other: CalendarDay): null {
    return this.report(column, code, { value: this.text(this.positions[column]), other });
  }

  private moment(column: Column, position: number): Moment | null {
    const moment = momentAt(this.row, position);
    if (moment !== null) return moment;
    const value = this.text(position);
    return isNoDay(value) ? null : this.report(column, "badDate", { value: value.slice(0, SHOWN_LENGTH) });
  }

  /** A moment that the export can only know when it is past. */
  private happened(column: Column, position: number): Moment | null {
    const moment = this.moment(column, position);
    if (moment !== null && moment.on > this.context.asOfOn) {
      return this.contradict(column, "futureDate", this.context.asOfOn);
    }
    return moment;
  }

  private status(): DossierStatus | null {
    const { positions } = this;
    const value = this.text(positions.status);
    const status = parseStatus(value) ?? this.context.lookups.status(value);
    return status ?? this.report("status", "unknownStatus", { value: value.slice(0, SHOWN_LENGTH) });
  }

  private channel(): Channel | null {
    const { positions } = this;
    const value = this.text(positions.channel);
    return parseChannel(value) ?? this.report("channel", "unknownChannel", { value: value.slice(0, SHOWN_LENGTH) });
  }

  private unit(column: "unit" | "receivingUnit", position: number, received: Moment | null): KnownUnit | null {
    const value = this.text(position);
    if (value === "") return this.report(column, "missingUnit", {});
    const { lookups } = this.context;
    const named = lookups.units(value);
    const [first] = named;
    if (received !== null && named.length === 1 && first && existsOn(first, received.on)) return first;
    const valid = received === null ? named : named.filter((unit) => existsOn(unit, received.on));
    const [only, second] = valid;
    if (only && !second) return only;
    const shown = value.slice(0, LONGEST_SAID);
    return only
      ? this.report(column, "ambiguousUnit", { value: shown, nearest: valid.map((unit) => unit.label) })
      : this.report(column, "unknownUnit", { value: shown, nearest: lookups.nearestUnits(value) });
  }

  private procedure(): KnownProcedure | null {
    const { positions } = this;
    const { lookups } = this.context;
    const code = this.text(positions.procedureCode);
    const coded = code === "" ? null : lookups.procedure(code, "");
    if (coded !== null) return coded;
    const name = this.text(positions.procedureName);
    const procedure = code === "" ? lookups.procedure("", name) : null;
    if (procedure !== null) return procedure;
    const column = positions.procedureCode !== -1 && code !== "" ? "procedureCode" : "procedureName";
    const value = code === "" ? name : code;
    const nearest = lookups.nearestProcedures(name === "" ? code : name);
    return this.report(column, "unknownProcedure", { value: value.slice(0, LONGEST_SAID), nearest });
  }

  private pause(status: DossierStatus, received: Moment, finished: Moment | null): Pause | null {
    const { positions } = this;
    const from = this.happened("pauseFrom", positions.pauseFrom);
    const until = this.happened("pauseUntil", positions.pauseUntil);
    const isPaused = isPauseReason(status);
    if (from === null) {
      // A list without such a column cannot tell the day: `presentPause` finds it.
      const couldTell = positions.pauseFrom !== -1;
      return isPaused && couldTell && this.text(positions.pauseFrom) === ""
        ? this.report("pauseFrom", "pauseWithoutDay", {})
        : null;
    }
    if (from.on < received.on) return this.contradict("pauseFrom", "pauseBeforeReceived", received.on);
    if (until !== null && until.on < from.on) return this.contradict("pauseUntil", "pauseReversed", from.on);
    const word = this.text(positions.pauseReason);
    const named = word === "" ? null : parseStatus(word);
    const reason = isPaused ? status : isPauseReason(named) ? named : "awaitingSupplement";
    if (isPaused) return { from: from.on, until: null, reason };
    const end = until?.on ?? finished?.on ?? null;
    if (end === null) return this.report("pauseUntil", "pauseWithoutEnd", {});
    // Finished before the pause began: the pause is of no length.
    return { from: from.on, until: [from.on, end].sort().at(-1) ?? end, reason };
  }
}

function existsOn(unit: KnownUnit, day: CalendarDay): boolean {
  return unit.validFrom <= day && (unit.validUntil === null || unit.validUntil > day);
}

function limitOn(procedure: KnownProcedure, day: CalendarDay): TimeLimit | null {
  return procedure.limits.find(({ from, until }) => from <= day && (until === null || until > day)) ?? null;
}
