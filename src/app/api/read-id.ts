const LARGEST = 2_147_483_647;

/** The id that a part of an address names; null when it is none, which is then not found. */
export function readId(text: string): number | null {
  if (!/^[1-9]\d{0,9}$/.test(text)) return null;
  const id = Number(text);
  return id <= LARGEST ? id : null;
}
