import "server-only";

/** Two independent 32-bit numbers, signed. */
export type Hash64 = { readonly high: number; readonly low: number };

/**
 * A 64-bit hash of a text: two multiplicative hashes of 32 bits, mixed at the end. It tells an unchanged row
 * from a changed one; nobody gains anything by forging it.
 */
export function hash64(text: string): Hash64 {
  let high = 0x9e3779b9;
  let low = 0x85ebca6b;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return { high: high | 0, low: low | 0 };
}

/** The hash as PostgreSQL's `bigint` writes it. */
export function toBigintText({ high, low }: Hash64): string {
  return ((BigInt(high) << 32n) | BigInt(low >>> 0)).toString();
}
