import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { keptRows } from "../kept-rows";
import { type DossierSelection, selectDossiers } from "./select-dossiers";

/** How long the list of a selection is: for numbers that the ledger does not hold. Throws `notFound`. */
export async function countDossiers(viewer: Viewer, selection: DossierSelection): Promise<number> {
  const { where, values } = await selectDossiers(viewer, selection);
  const [count] = await keptRows<{ total: number }>(`SELECT count(*) AS total FROM dossier d WHERE ${where}`, values);
  return count?.total ?? 0;
}
