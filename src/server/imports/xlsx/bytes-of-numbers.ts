import "server-only";

const ZERO = 48;
const LETTERS = 26;
/** "A" is 65, "a" is 97: the bit between them does not matter. */
const UPPER = ~32;
const BEFORE_A = 64;

/** A whole number in digits; NaN for anything else. */
export function wholeNumberAt(bytes: Buffer, from: number, to: number): number {
  let number = from === to ? Number.NaN : 0;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** The column that a reference such as "AB12" begins with, counted from 0; -1 when it begins with none. */
export function columnAt(bytes: Buffer, from: number, to: number): number {
  let column = 0;
  for (let at = from; at < to; at++) {
    const letter = ((bytes[at] ?? 0) & UPPER) - BEFORE_A;
    if (letter < 1 || letter > LETTERS) break;
    column = column * LETTERS + letter;
  }
  return column - 1;
}
