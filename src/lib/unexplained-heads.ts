/** What a file failed of that a clerk can explain: codes of the header of a dossier list, and of a table's head. */
export const UNEXPLAINED_HEADERS: readonly string[] = ["headerMissing", "columnMissing", "columnDuplicate"];
export const UNEXPLAINED_TABLES: readonly string[] = ["aggregateColumnMissing", "aggregateColumnTwice"];
