import "server-only";
import { COMMON_WORDS } from "./common-passwords";

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 200;

export const PASSWORD_PROBLEMS = ["tooShort", "tooLong", "tooCommon", "holdsUsername"] as const;
export type PasswordProblem = (typeof PASSWORD_PROBLEMS)[number];

const LEET: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
};
const SEQUENCES = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];
/** So many different characters at least: "aaaaaaaaaa" is no password. */
const DISTINCT_MIN = 5;
/** What must remain when everything guessable is taken away. */
const REMAINDER_MIN = 4;

/** Lower case without accents: "Mật khẩu" and "mat khau" are one. */
function plain(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d");
}

const WORDS_LONGEST_FIRST = [...COMMON_WORDS].sort((a, b) => b.length - a.length);
/** Runs of at least three keys beside each other or letters in order, both ways, the longest first. */
const RUNS = SEQUENCES.flatMap((line) => [line, [...line].reverse().join("")])
  .flatMap((line) =>
    [...line].flatMap((_, start) => Array.from({ length: line.length }, (_, end) => line.slice(start, end + 1))),
  )
  .filter((run) => run.length >= 3)
  .sort((a, b) => b.length - a.length);
const YEAR_OR_BIRTHDAY = /(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])((19|20)?\d\d)?|(19|20)\d\d/g;

/** How many characters are left when words (also as "p@ssw0rd"), runs, years and birthdays are taken away. */
function remainderOf(text: string): number {
  const dateless = text.replaceAll(/[\s._-]/g, "").replaceAll(YEAR_OR_BIRTHDAY, " ");
  const unleeted = [...dateless].map((character) => LEET[character] ?? character).join("");
  const lengths = [dateless, unleeted].map((start) => {
    let rest = start;
    for (const part of [...WORDS_LONGEST_FIRST, ...RUNS]) rest = rest.replaceAll(part, " ");
    return rest.replaceAll(" ", "").length;
  });
  return Math.min(...lengths);
}

/**
 * Why a password would not do; null when it does. Length counts, kinds of characters do not: the rule is
 * ASVS 6.2 (no composition rules, no periodic change, known passwords refused).
 */
export function checkPassword(password: string, username: string): PasswordProblem | null {
  const characters = [...password.normalize("NFKC")];
  if (characters.length < PASSWORD_MIN) return "tooShort";
  if (characters.length > PASSWORD_MAX) return "tooLong";
  const text = plain(password);
  if (username.length >= 3 && text.includes(plain(username))) return "holdsUsername";
  if (new Set(text).size < DISTINCT_MIN) return "tooCommon";
  return remainderOf(text) < REMAINDER_MIN ? "tooCommon" : null;
}
