import { type DossierFilterDraft, dossierFilterToParams } from "@/lib/filters";

/** One dossier; the list it was found in goes along, for the way back. */
export function dossierPageHref(dossierId: number, list: Partial<DossierFilterDraft>): string {
  const params = dossierFilterToParams(list);
  return params.size === 0 ? `/dossiers/${dossierId}` : `/dossiers/${dossierId}?${params}`;
}
