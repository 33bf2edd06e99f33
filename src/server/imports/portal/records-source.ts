import "server-only";
import { setImmediate as breathe } from "node:timers/promises";
import type pg from "pg";
import type { Viewer } from "@/lib/access/viewer";
import { isInScope, scopeSql } from "../../access/scope";
import { loadLookups, type Lookups } from "../load-lookups";
import type { RowProblem } from "../row-problem";
import type { BatchReference } from "../run-batch";
import { isProblems, type OpenSource, type RowSource, type ToldDossier } from "../row-source";
import { codeOf } from "./code-of";
import type { PortalService } from "./portal-schema";
import { type PortalContext, readPortalDossier } from "./read-portal-dossier";
import { readPortalStep } from "./read-portal-step";

/** So many records are read between two looks at what else the server has to do. */
const CHUNK = 500;

/**
 * Records that another system sends. The viewer is the sender: a name stands for a unit in scope before one
 * outside it, and a dossier that is, or would be, another unit's is not taken.
 */
export function recordsSource(viewer: Viewer, service: PortalService, records: readonly unknown[]): OpenSource {
  return async (client, batch): Promise<RowSource> => {
    const lookups = ownUnitsFirst(await loadLookups(batch.provinceId, batch.sourceId), viewer);
    const context: PortalContext = { lookups, asOfOn: batch.asOfOn };
    if (service === "CapNhatTienDoHoSoMC") {
      return { kind: "steps", chunks: inChunks(records, (record, row) => readPortalStep(record, row, context)) };
    }
    const codes = records.flatMap((record) => codeOf(record) ?? []);
    const foreign = await loadForeignCodes(client, viewer, batch, codes);
    const read = (record: unknown, row: number) =>
      keepScope(readPortalDossier(record, row, context), viewer, lookups, foreign);
    return { kind: "dossiers", codeColumn: "MaHoSo", codes, chunks: inChunks(records, read) };
  };
}

async function* inChunks<Told>(
  records: readonly unknown[],
  read: (record: unknown, row: number) => Told,
): AsyncGenerator<readonly Told[]> {
  for (let first = 0; first < records.length; first += CHUNK) {
    yield records.slice(first, first + CHUNK).map((record, index) => read(record, first + index + 1));
    await breathe();
  }
}

function ownUnitsFirst(lookups: Lookups, viewer: Viewer): Lookups {
  return {
    ...lookups,
    units(text) {
      const named = lookups.units(text);
      const own = named.filter((unit) => isInScope(viewer, unit.path));
      return own.length > 0 ? own : named;
    },
  };
}

/** Codes of the source that belong to dossiers of units out of scope. */
async function loadForeignCodes(
  client: pg.Client,
  viewer: Viewer,
  { sourceId }: BatchReference,
  codes: readonly string[],
): Promise<ReadonlySet<string>> {
  const scope = scopeSql(viewer, "u", 1);
  const { rows } = await client.query<{ code: string }>(
    `SELECT d.code FROM dossier d JOIN unit u ON u.id = d.unit_id
      WHERE d.province_id = $1 AND NOT (${scope.sql}) AND d.source_id = $3 AND d.code = ANY($4)`,
    [...scope.values, sourceId, codes],
  );
  return new Set(rows.map(({ code }) => code));
}

function keepScope(
  told: ReturnType<typeof readPortalDossier>,
  viewer: Viewer,
  lookups: Lookups,
  foreign: ReadonlySet<string>,
): ToldDossier | readonly RowProblem[] {
  if (isProblems<ToldDossier>(told)) return told;
  const { rowNumber, code, unitId } = told.draft;
  const path = lookups.pathOf(unitId);
  const problem = foreign.has(code)
    ? ({ columnName: "MaHoSo", code: "dossierOutOfScope", details: { value: code } } as const)
    : path === null || !isInScope(viewer, path)
      ? ({ columnName: "DonViXuLy", code: "unitOutOfScope", details: {} } as const)
      : null;
  return problem === null ? told : [{ ...problem, rowNumber, dossierCode: code }];
}
