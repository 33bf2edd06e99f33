import "server-only";
import type { z } from "zod";
import { queryRows } from "../db";
import { headerFingerprint } from "./header-fingerprint";

/** What clerks have said of a source's headers, of dossier lists or of aggregate tables; null for a header never seen. */
export async function loadMappings<Columns>(
  { provinceId, sourceId }: { readonly provinceId: number; readonly sourceId: number },
  { holdsAggregates, schema }: { readonly holdsAggregates: boolean; readonly schema: z.ZodType<Columns> },
): Promise<(names: readonly string[]) => Columns | null> {
  const rows = await queryRows<{ fingerprint: string; columns: unknown }>(
    `SELECT fingerprint, columns FROM column_mapping
      WHERE province_id = $1 AND source_id = $2 AND holds_aggregates = $3`,
    [provinceId, sourceId, holdsAggregates],
  );
  const known = new Map(rows.map(({ fingerprint, columns }) => [fingerprint, schema.parse(columns)]));
  return (names) => (known.size === 0 ? null : (known.get(headerFingerprint(names)) ?? null));
}
