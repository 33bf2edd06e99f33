import "server-only";
import { AppError, type AppErrorCode } from "../errors";
import { tableSource } from "./aggregates/table-source";
import { detectFormat, type ListFormat } from "./detect-format";
import { listSource } from "./list-source";
import { jsonSource } from "./portal/json-source";
import type { OpenSource } from "./row-source";

/** What is said of a sheet that is no dossier list: it may be an aggregate table. */
const NO_LIST: readonly AppErrorCode[] = ["headerMissing", "columnMissing", "columnDuplicate"];

/** What a file holds, by its first bytes, its name and its heads. */
export function fileSource(filePath: string, fileName: string): OpenSource {
  return async (client, batch) => {
    const format = await detectFormat(filePath, fileName);
    return format === "json" ? jsonSource(filePath)(client, batch) : sheetSource(filePath, format)(client, batch);
  };
}

function sheetSource(filePath: string, format: ListFormat): OpenSource {
  return async (client, batch) => {
    try {
      return await listSource(filePath, format)(client, batch);
    } catch (error) {
      const mayBeTable = error instanceof AppError && NO_LIST.includes(error.code);
      const table = mayBeTable ? await tableSource(filePath, format, batch) : null;
      if (table) return table;
      throw error;
    }
  };
}
