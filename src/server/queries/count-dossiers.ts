import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { QUALITY_CHECKS } from "@/lib/quality-checks";
import { emptyTally, type Tally } from "@/lib/sla";
import { keptRows } from "../kept-rows";
import { LEDGER_COUNTS } from "../ledger/ledger-counts";
import { readTallies } from "../ledger/read-tallies";
import { getDataQuality } from "./get-data-quality";
import { getTalliesByField } from "./get-tallies-by-field";
import { type DossierSelection, type SelectedDossiers, selectDossiers } from "./select-dossiers";

const KEY = 0;

/** How long the list of a selection is. Throws `notFound`. */
export async function countDossiers(viewer: Viewer, selection: DossierSelection): Promise<number> {
  return countSelected(viewer, selection, await selectDossiers(viewer, selection));
}

/** The same of a selection already made: from the ledger or the quality page's days where they hold the number. */
export async function countSelected(
  viewer: Viewer,
  selection: DossierSelection,
  selected: SelectedDossiers,
): Promise<number> {
  const inLedger = LEDGER_COUNTS[selection.measure];
  if (inLedger && isCell(selection)) return inLedger(await readTally(viewer, selection, selected));
  const check = QUALITY_CHECKS.find((name) => name === selection.measure);
  if (check && isCell(selection) && selection.fieldId === null && selection.restOf === null) {
    const { total } = await getDataQuality(viewer, { ...selected.period, unitId: selected.unit.id, level: "district" });
    return total.counts[check] ?? 0;
  }
  const { where, values } = selected;
  const [count] = await keptRows<{ total: number }>(`SELECT count(*) AS total FROM dossier d WHERE ${where}`, values);
  return count?.total ?? 0;
}

/** The ledger knows units and fields; a field only of a unit with everything below it. */
function isCell({ channel, procedureId, officer, fieldId, restOf }: DossierSelection): boolean {
  return channel === null && !procedureId && !officer && (fieldId === null || restOf === null);
}

async function readTally(
  viewer: Viewer,
  { fieldId }: DossierSelection,
  { unit, unitIds, period }: SelectedDossiers,
): Promise<Tally> {
  if (fieldId === null) {
    const tallies = await readTallies(viewer, [{ key: KEY, unitIds }], period);
    return tallies.get(KEY) ?? emptyTally();
  }
  const fields = await getTalliesByField(viewer, { ...period, unitId: unit.id });
  return fields.find((field) => field.fieldId === fieldId)?.tally ?? emptyTally();
}
