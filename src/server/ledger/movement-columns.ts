import "server-only";

/** The columns of a ledger row, in the order of the view `dossier_movement`. */
export const MOVEMENT_COLUMNS = [
  "received_direct",
  "received_online",
  "received_postal",
  "early",
  "on_time",
  "late",
  "resolved_undated",
  "returned",
  "paused",
  "overdue",
  "open_undated",
  "due",
  "due_met",
] as const;
export type MovementColumn = (typeof MOVEMENT_COLUMNS)[number];

/** Sums of movements, by column. */
export type MovementSums = Readonly<Record<MovementColumn, number>>;

export const NO_MOVEMENTS: MovementSums = {
  received_direct: 0,
  received_online: 0,
  received_postal: 0,
  early: 0,
  on_time: 0,
  late: 0,
  resolved_undated: 0,
  returned: 0,
  paused: 0,
  overdue: 0,
  open_undated: 0,
  due: 0,
  due_met: 0,
};

export function addMovements(a: MovementSums, b: MovementSums): MovementSums {
  return Object.fromEntries(MOVEMENT_COLUMNS.map((column) => [column, a[column] + b[column]])) as MovementSums;
}
