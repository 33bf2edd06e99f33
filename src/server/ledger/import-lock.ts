import "server-only";

/** First key of the advisory lock under which a province's dossiers are written; the second is the province. */
export const IMPORT_LOCK = 5_471_976;
