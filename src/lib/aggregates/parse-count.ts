const GROUPED = /^\d{1,3}(?:[.,\s\u00a0]\d{3})+$/;
const PLAIN = /^\d+$/;
const NOTHING = /^[-–—]*$/;
/** More than a country handles in a year: such a cell is something else. */
const MOST = 100_000_000;

/** A cell of counts: an empty one and a dash are 0, as officials write them; null for anything that is no count. */
export function parseCount(cell: string | number): number | null {
  if (typeof cell === "number") return Number.isInteger(cell) && cell >= 0 && cell <= MOST ? cell : null;
  const text = cell.trim();
  if (NOTHING.test(text)) return 0;
  if (!GROUPED.test(text) && !PLAIN.test(text)) return null;
  const count = Number(text.replaceAll(/\D/g, ""));
  return count <= MOST ? count : null;
}
