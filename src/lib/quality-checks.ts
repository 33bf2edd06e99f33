/** What makes a dossier worth a second look; none of them proves anything. Each is a measure of its own list. */
export const QUALITY_CHECKS = [
  "closedWithoutResult",
  "closedAtDeadline",
  "closedAtEvening",
  "dueMovedLate",
  "longPause",
  "supplementAgain",
  "withdrawnLate",
  "outsideDesk",
  "promiseLonger",
  "promiseShorter",
] as const;
export type QualityCheck = (typeof QUALITY_CHECKS)[number];

/** What a source may leave untold; without it a check has nothing to look at. */
export const QUALITY_FACTS = ["finishedMoment", "handover", "pause", "dueBefore", "desk", "computedDue"] as const;
export type QualityFact = (typeof QUALITY_FACTS)[number];

/** The fact each check rests on; null where every source tells enough. */
export const QUALITY_NEEDS: Readonly<Record<QualityCheck, QualityFact | null>> = {
  closedWithoutResult: "handover",
  closedAtDeadline: null,
  closedAtEvening: "finishedMoment",
  dueMovedLate: "dueBefore",
  longPause: "pause",
  supplementAgain: "pause",
  withdrawnLate: null,
  outsideDesk: "desk",
  promiseLonger: "computedDue",
  promiseShorter: "computedDue",
};

/** Calendar days after which a result that nobody handed over is worth asking about. */
export const HANDOVER_DAYS = 7;
/** So many closed by one unit on one day are many at once. */
export const BULK_DOSSIERS = 10;
/** The hour of the province's clock at which the evening begins. */
export const EVENING_HOUR = 17;
/** So many requests for papers on one dossier are repeated. */
export const REPEATED_SUPPLEMENTS = 2;
