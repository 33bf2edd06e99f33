import "server-only";
import { detectFormat } from "./detect-format";
import { listSource } from "./list-source";
import { jsonSource } from "./portal/json-source";
import type { OpenSource } from "./row-source";

/** What a file holds, by its first bytes and its name. */
export function fileSource(filePath: string, fileName: string): OpenSource {
  return async (client, batch) => {
    const format = await detectFormat(filePath, fileName);
    return format === "json" ? jsonSource(filePath)(client, batch) : listSource(filePath, format)(client, batch);
  };
}
