import "server-only";
import { z } from "zod";
import { COLUMNS } from "@/lib/list-columns";
import { queryRows } from "../db";
import type { MappedColumns } from "./find-header";
import { headerFingerprint } from "./header-fingerprint";

const columnsSchema = z.partialRecord(z.enum(COLUMNS), z.int().min(0));

/** What clerks have said of a source's headers. */
export async function loadMappedColumns(provinceId: number, sourceId: number): Promise<MappedColumns> {
  const rows = await queryRows<{ fingerprint: string; columns: unknown }>(
    "SELECT fingerprint, columns FROM column_mapping WHERE province_id = $1 AND source_id = $2",
    [provinceId, sourceId],
  );
  const known = new Map(rows.map(({ fingerprint, columns }) => [fingerprint, columnsSchema.parse(columns)]));
  return (names) => (known.size === 0 ? null : (known.get(headerFingerprint(names)) ?? null));
}
