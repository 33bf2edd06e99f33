import "server-only";

/** First key of the advisory lock under which a province's dossiers are written; the second is the province. */
export const IMPORT_LOCK = 5_471_976;

/** First key of the lock that all imports hold together, and that one which fills the empty table holds alone; the second is 0. */
export const FIRST_LOAD_LOCK = 5_471_977;
