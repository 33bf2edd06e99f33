import { type DossierFilter, dossierFilterToParams } from "@/lib/filters";

/** The list of exactly the dossiers a filter names. */
export function dossierHref(filter: Partial<DossierFilter>): string {
  return `/dossiers?${dossierFilterToParams(filter)}`;
}
