import "server-only";
import type { Measure } from "@/lib/filters";
import { received, resolvedTotal, type Tally } from "@/lib/sla";

/** The numbers that the ledger holds, by the measure of their list; the dossiers of all others are counted one by one. */
export const LEDGER_COUNTS: Readonly<Partial<Record<Measure, (tally: Tally) => number>>> = {
  received,
  receivedDirect: ({ receivedDirect }) => receivedDirect,
  receivedOnline: ({ receivedOnline }) => receivedOnline,
  receivedPostal: ({ receivedPostal }) => receivedPostal,
  receivedOffline: ({ receivedDirect, receivedPostal }) => receivedDirect + receivedPostal,
  carriedOver: ({ carriedOver }) => carriedOver,
  handled: (tally) => tally.carriedOver + received(tally),
  resolved: resolvedTotal,
  early: ({ early }) => early,
  onTime: ({ onTime }) => onTime,
  late: ({ late }) => late,
  resolvedUndated: ({ resolvedUndated }) => resolvedUndated,
  returned: ({ returned }) => returned,
  resolvedDated: ({ early, onTime, late }) => early + onTime + late,
  closed: (tally) => resolvedTotal(tally) + tally.returned,
  closedOnTime: ({ onTime, resolvedUndated, returned }) => onTime + resolvedUndated + returned,
  open: ({ open }) => open,
  inTime: ({ inTime }) => inTime,
  paused: ({ paused }) => paused,
  overdue: ({ overdue }) => overdue,
  openUndated: ({ openUndated }) => openUndated,
  notOverdue: ({ open, overdue }) => open - overdue,
  due: ({ due }) => due,
  dueMet: ({ dueMet }) => dueMet,
  dueMissed: ({ due, dueMet }) => due - dueMet,
};
