import type { DueBasis } from "./dossier-cycle";
import { received } from "./tally";
import type { FormulaId, Rate, Tally } from "./types";

export type Formula = {
  readonly id: FormulaId;
  /** Raised when the counting changes; printed beside every figure. */
  readonly version: number;
  /** Whether a day named in an extension counts: in none so far, the promise on the receipt does. */
  readonly dueBasis: DueBasis;
  /** Null when there is nothing to count. */
  readonly rateOf: (tally: Tally) => Rate;
};

function rate(ok: number, of: number): Rate {
  return of === 0 ? null : { ok, of };
}

/** The ways in which offices count "đúng hạn"; each named where its figure is shown. */
export const FORMULAS: Readonly<Record<FormulaId, Formula>> = {
  resolved: {
    id: "resolved",
    version: 1,
    dueBasis: "promised",
    rateOf: ({ early, onTime, late }) => rate(early + onTime, early + onTime + late),
  },
  handled: {
    id: "handled",
    version: 1,
    dueBasis: "promised",
    rateOf: (tally) => {
      const handled = received(tally) + tally.carriedOver;
      return rate(handled - tally.late - tally.overdue, handled);
    },
  },
  due: {
    id: "due",
    version: 1,
    dueBasis: "promised",
    rateOf: ({ due, dueMet }) => rate(dueMet, due),
  },
  form06a: {
    id: "form06a",
    version: 1,
    dueBasis: "promised",
    rateOf: ({ early, onTime, late, resolvedUndated, returned }) => {
      const good = early + onTime + resolvedUndated + returned;
      return rate(good, good + late);
    },
  },
};
