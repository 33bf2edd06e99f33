import "server-only";

/** Largest file of boundaries, in bytes: a province's communes at full detail are about half of it. */
export const BOUNDARY_LIMIT = 20 * 1024 * 1024;
