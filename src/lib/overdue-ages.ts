/** Overdue dossiers by how long they have been so; each is a measure of its own list. */
export const OVERDUE_AGES = ["overdueTo5", "overdueTo15", "overdueTo30", "overdueLonger"] as const;
export type OverdueAge = (typeof OVERDUE_AGES)[number];

/**
 * From and up to how many working days after the promised day. Due on the last working day before a weekend, a dossier
 * is overdue on that weekend by none.
 */
export const OVERDUE_AGE_BOUNDS: Readonly<Record<OverdueAge, { readonly from: number; readonly to: number | null }>> = {
  overdueTo5: { from: 0, to: 5 },
  overdueTo15: { from: 6, to: 15 },
  overdueTo30: { from: 16, to: 30 },
  overdueLonger: { from: 31, to: null },
};

/** The age that so many working days overdue belong to. */
export function overdueAgeOf(workingDays: number): OverdueAge {
  return OVERDUE_AGES.find((age) => workingDays <= (OVERDUE_AGE_BOUNDS[age].to ?? workingDays)) ?? "overdueLonger";
}
