import "server-only";
import { AppError } from "../../errors";
import { loadLookups } from "../load-lookups";
import type { OpenSource, RowSource } from "../row-source";
import { type PortalContext, readPortalDossier } from "./read-portal-dossier";
import { readPortalStep } from "./read-portal-step";
import { readRecords } from "./read-records";

/**
 * The records of a file of the national portal: {"data": […]} of one of its two services, or the bare list. Read
 * piece by piece, so that its size does not matter. Throws `fileEmpty`, and `fileUnreadable` with the record.
 */
export function jsonSource(filePath: string): OpenSource {
  return async (_client, { provinceId, sourceId, asOfOn }): Promise<RowSource> => {
    const records = readRecords(filePath);
    const first = await firstChunk(records);
    const context: PortalContext = { lookups: await loadLookups(provinceId, sourceId), asOfOn };
    const all = prepend(first, records);
    // The two services' records are told apart by what only one of them can say.
    return isStep(first[0])
      ? { kind: "steps", chunks: numbered(all, (record, row) => readPortalStep(record, row, context)) }
      : {
          kind: "dossiers",
          codeColumn: "MaHoSo",
          codes: null,
          chunks: numbered(all, (record, row) => readPortalDossier(record, row, context)),
        };
  };
}

function isStep(record: unknown): boolean {
  return typeof record === "object" && record !== null && "ThoiDiemXuLy" in record;
}

async function firstChunk(records: AsyncGenerator<readonly unknown[]>): Promise<readonly unknown[]> {
  for (let next = await records.next(); !next.done; next = await records.next()) {
    if (next.value.length > 0) return next.value;
  }
  throw new AppError("fileEmpty");
}

async function* prepend<Chunk>(first: Chunk, rest: AsyncGenerator<Chunk>): AsyncGenerator<Chunk> {
  yield first;
  yield* rest;
}

async function* numbered<Told>(
  chunks: AsyncGenerator<readonly unknown[]>,
  read: (record: unknown, row: number) => Told,
): AsyncGenerator<readonly Told[]> {
  let row = 0;
  for await (const chunk of chunks) yield chunk.map((record) => read(record, ++row));
}
