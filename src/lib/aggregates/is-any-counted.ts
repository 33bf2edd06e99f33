import { received, resolvedTotal, type Tally } from "@/lib/sla";

/** Whether dossiers tell anything of a unit and period: beside them a table is only compared. */
export function isAnyCounted(tally: Tally): boolean {
  return received(tally) + tally.carriedOver + resolvedTotal(tally) + tally.returned > 0;
}
