import "server-only";

const MINUTE = 60_000;

/** A login that nobody uses for so long is over, in milliseconds. */
export const SESSION_IDLE = 8 * 60 * MINUTE;

/** A login ends after so long however much it is used, in milliseconds. */
export const SESSION_LIFE = 7 * 24 * 60 * MINUTE;

/** `last_seen` is written at most so often, in milliseconds: a page of twenty requests is one write. */
export const SESSION_TOUCH = 5 * MINUTE;
