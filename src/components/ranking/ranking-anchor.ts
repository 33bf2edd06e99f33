/** Where a ranking shows a unit. */
export function rankingAnchor(unitId: number): string {
  return `u${unitId}`;
}
