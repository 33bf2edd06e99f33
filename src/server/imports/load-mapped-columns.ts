import "server-only";
import { columnPlacesSchema } from "@/lib/mapping-places";
import type { MappedColumns } from "./find-header";
import { loadMappings } from "./load-mappings";

/** What clerks have said of the headers of a source's dossier lists. */
export function loadMappedColumns(provinceId: number, sourceId: number): Promise<MappedColumns> {
  return loadMappings({ provinceId, sourceId }, { holdsAggregates: false, schema: columnPlacesSchema });
}
