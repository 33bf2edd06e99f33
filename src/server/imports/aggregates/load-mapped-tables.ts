import "server-only";
import { tablePlacesSchema } from "@/lib/mapping-places";
import { loadMappings } from "../load-mappings";
import type { MappedTable } from "./find-table-head";

/** What clerks have said of the heads of a source's aggregate tables. */
export function loadMappedTables(provinceId: number, sourceId: number): Promise<MappedTable> {
  return loadMappings({ provinceId, sourceId }, { holdsAggregates: true, schema: tablePlacesSchema });
}
