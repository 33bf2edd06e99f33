import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { DossierFilter } from "@/lib/filters";
import { loadStepAccounts, type StepScope } from "./load-step-accounts";

/** The dossiers with a step, or with one over its time, at an office or anywhere, by the engine's reckoning. */
export async function findStepped(
  viewer: Viewer,
  { measure, office, ...scope }: StepScope & Pick<DossierFilter, "measure" | "office">,
): Promise<number[]> {
  const steps = await loadStepAccounts(viewer, scope);
  const found = steps.filter(
    ({ place, workingDaysOver }) =>
      (office == null || place === office) && (measure !== "stepOver" || workingDaysOver > 0),
  );
  return [...new Set(found.map(({ dossierId }) => dossierId))];
}
