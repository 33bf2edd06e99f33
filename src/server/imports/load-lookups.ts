import "server-only";
import type { AliasKind } from "@/generated/prisma/enums";
import { type CalendarDay, DOSSIER_STATUSES, type DossierStatus, type TimeLimit } from "@/lib/sla";
import { matchKey, similarity } from "@/lib/text";
import { queryRows } from "../db";
import { ownText } from "./own-text";
import { unitKeys } from "./unit-keys";

export type KnownUnit = {
  readonly id: number;
  readonly label: string;
  readonly path: string;
  readonly validFrom: CalendarDay;
  readonly validUntil: CalendarDay | null;
};

export type KnownProcedure = {
  readonly id: number;
  readonly fieldId: number;
  readonly limits: readonly (TimeLimit & { readonly from: CalendarDay; readonly until: CalendarDay | null })[];
};

/** Finds what a cell names. A name stands for all that bear it; the caller decides by the day. */
export type Lookups = {
  units(text: string): readonly KnownUnit[];
  /** Null for an id that is no unit of the province. */
  pathOf(unitId: number): string | null;
  procedure(code: string, name: string): KnownProcedure | null;
  /** What a clerk has said of a word that is none of the portal's. */
  status(text: string): DossierStatus | null;
  nearestUnits(text: string): readonly string[];
  nearestProcedures(text: string): readonly string[];
};

const NEAREST = 3;
const LEAST_SIMILARITY = 0.3;
/** "1.001776.000.00.00.H08": the province that keeps the procedure, behind the code that all provinces share. */
const KEEPER = /^(\d\.\d{6})\.(?:000\.\d{2}\.\d{2}\.)?[A-Z]\d{2}$/i;

type UnitRow = KnownUnit & { code: string; name: string; parentName: string | null };
type ProcedureRow = KnownProcedure & { code: string; name: string };

/**
 * The province's units and procedures, keyed by every spelling under which a list may name them, and by what a
 * clerk has said that the source calls them.
 */
export async function loadLookups(provinceId: number, sourceId: number): Promise<Lookups> {
  const units = await queryRows<UnitRow>(
    `SELECT u.id, u.code, u.name, u.path, p.name AS "parentName", u.valid_from AS "validFrom", u.valid_until AS "validUntil",
            CASE WHEN p.name IS NULL THEN u.name ELSE u.name || ' - ' || p.name END AS label
       FROM unit u LEFT JOIN unit p ON p.id = u.parent_id WHERE u.province_id = $1`,
    [provinceId],
  );
  const procedures = await queryRows<ProcedureRow>(
    `SELECT p.id, p.code, p.name, p.field_id AS "fieldId",
            coalesce((SELECT json_agg(json_build_object('amount', t.amount, 'unit', t.unit,
                                                        'from', t.effective_from, 'until', t.effective_until))
                        FROM procedure_time_limit t WHERE t.procedure_id = p.id), '[]') AS limits
       FROM procedure p WHERE p.province_id = $1`,
    [provinceId],
  );
  const aliases = await loadAliases(provinceId, sourceId);
  const unitById = new Map(units.map((unit) => [unit.id, unit]));
  const procedureById = new Map(procedures.map((procedure) => [procedure.id, procedure]));
  const aliasUnits = (text: string): readonly UnitRow[] | undefined => {
    const unit = unitById.get(aliases.unit.get(matchKey(text)) ?? 0);
    return unit ? [unit] : undefined;
  };
  const aliasProcedure = (text: string) => procedureById.get(aliases.procedure.get(matchKey(text)) ?? 0);
  const unitsByKey = new Map<string, UnitRow[]>();
  for (const unit of units) {
    for (const key of new Set([unit.code, unit.name, unit.label].map(matchKey))) {
      unitsByKey.set(key, [...(unitsByKey.get(key) ?? []), unit]);
    }
  }
  const procedureByCode = new Map(procedures.map((procedure) => [procedure.code.toLowerCase(), procedure]));
  const procedureByName = new Map(procedures.map((procedure) => [matchKey(procedure.name), procedure]));
  const procedureCoded = remember(
    (code) =>
      aliasProcedure(code) ??
      procedureByCode.get(code.toLowerCase()) ??
      procedureByCode.get(KEEPER.exec(code)?.[1] ?? "") ??
      null,
  );
  const procedureNamed = remember((name) => aliasProcedure(name) ?? procedureByName.get(matchKey(name)) ?? null);
  const pathById = new Map(units.map(({ id, path }) => [id, path]));
  return {
    units: remember(
      (text) =>
        aliasUnits(text) ??
        unitKeys(text)
          .map((key) => unitsByKey.get(key))
          .find((found) => found !== undefined) ??
        [],
    ),
    pathOf: (unitId) => pathById.get(unitId) ?? null,
    procedure: (code, name) => (code === "" ? procedureNamed(name) : procedureCoded(code)),
    status: (text) => aliases.status.get(matchKey(text)) ?? null,
    nearestUnits: remember((text) =>
      nearest(
        unitKeys(text).at(-1) ?? "",
        units.map((unit) => unit.label),
      ),
    ),
    nearestProcedures: remember((text) =>
      nearest(
        matchKey(text),
        procedures.flatMap(({ code, name }) => [`${code} ${name}`]),
      ),
    ),
  };
}

type Aliases = Readonly<Record<"unit" | "procedure", ReadonlyMap<string, number>>> & {
  readonly status: ReadonlyMap<string, DossierStatus>;
};

async function loadAliases(provinceId: number, sourceId: number): Promise<Aliases> {
  const rows = await queryRows<{ kind: AliasKind; key: string; id: number | null; status: string | null }>(
    `SELECT kind, text_key AS key, coalesce(unit_id, procedure_id) AS id, status
       FROM source_alias WHERE province_id = $1 AND source_id = $2`,
    [provinceId, sourceId],
  );
  const ofKind = (kind: AliasKind): ReadonlyMap<string, number> =>
    new Map(rows.flatMap(({ kind: own, key, id }) => (own === kind && id !== null ? [[key, id] as const] : [])));
  const statuses = rows.flatMap(({ key, status }) => {
    const known = DOSSIER_STATUSES.find((each) => each === status);
    return known === undefined ? [] : [[key, known] as const];
  });
  return { unit: ofKind("unit"), procedure: ofKind("procedure"), status: new Map(statuses) };
}

/** The same few names stand in a million cells. */
function remember<Answer>(find: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = find(text);
    answers.set(ownText(text), answer);
    return answer;
  };
}

function nearest(key: string, names: readonly string[]): readonly string[] {
  return [...new Set(names)]
    .map((name) => ({ name, score: similarity(key, matchKey(name)) }))
    .filter(({ score }) => score >= LEAST_SIMILARITY)
    .sort((a, b) => b.score - a.score)
    .slice(0, NEAREST)
    .map(({ name }) => name);
}
