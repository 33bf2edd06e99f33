import "server-only";

/** Largest file that is taken in through the browser, in bytes. A million dossiers as .xlsx are about 150 MB. */
export const UPLOAD_LIMIT = 256 * 1024 * 1024;
