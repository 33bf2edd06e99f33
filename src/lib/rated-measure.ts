import type { Measure } from "./filters";
import type { FormulaId } from "./sla";

/** The dossiers under the fraction line of each formula. */
export const RATED_MEASURE: Readonly<Record<FormulaId, Measure>> = {
  resolved: "resolvedDated",
  handled: "handled",
  due: "due",
  form06a: "closed",
};
