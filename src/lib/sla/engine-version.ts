/** Raised whenever a rule changes a verdict: stored rows with a lower one must be derived again. */
export const ENGINE_VERSION = 1;
