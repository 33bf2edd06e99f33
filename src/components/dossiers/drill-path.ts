import type { PathStep } from "@/components/layout/context-bar";
import { unitHref } from "@/components/units/unit-href";
import { DEFAULT_FORMULA, DEFAULT_TARGET, type DossierFilter } from "@/lib/filters";
import { officerName } from "@/lib/strings/unit-parts";
import { dossierHref } from "./dossier-href";

export type NamedUnit = { readonly id: number; readonly name: string };

type Narrowing = Pick<DossierFilter, "fieldId" | "procedureId" | "officer">;
export type DrillNames = { readonly field: string | null; readonly procedure: string | null };

/** The path down to a list: the units, then the field, the procedure and the officer it is narrowed to; each step keeps the rest. */
export function drillPath(units: readonly NamedUnit[], filter: DossierFilter, names: DrillNames): PathStep[] {
  const { from, to, formula = DEFAULT_FORMULA, target = DEFAULT_TARGET } = filter;
  const step = (name: string | null, narrowing: Narrowing): PathStep[] =>
    name === null ? [] : [{ name, href: dossierHref({ ...filter, ...narrowing, page: 1 }), isMinor: true }];
  const { fieldId, procedureId = null } = filter;
  return [
    ...units.map(({ id, name }) => ({ name, href: unitHref(id, { from, to, formula, target }) })),
    ...(fieldId === null ? [] : step(names.field, { fieldId, procedureId: null, officer: null })),
    ...(procedureId === null ? [] : step(names.procedure, { fieldId, procedureId, officer: null })),
    ...(filter.officer ? step(officerName(filter.officer), { fieldId, procedureId }) : []),
  ];
}
