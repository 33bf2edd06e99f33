import "server-only";
import { matchKey } from "@/lib/text";

const OFFICE = /\b(?:uy ban nhan dan|ubnd)\b/g;
/** The desk of a commune is the commune; that of a district may be a unit of its own. */
const DESK = /^bo phan (?:mot cua|tn ?tkq|tiep nhan (?:va )?tra ket qua) (?=(?:xa|phuong|thi tran|x|p|tt) )/;
/** As addresses shorten them, with or without the point that `matchKey` drops. */
const SHORT: Readonly<Record<string, string>> = {
  x: "xa",
  p: "phuong",
  tt: "thi tran",
  h: "huyen",
  tx: "thi xa",
  tp: "thanh pho",
  q: "quan",
};
const PARTS = /\s+[-–—]\s+|[,/;()]+/;

/**
 * The keys under which a unit may be found that a list names in its own way, the most literal first: "UBND X. Bình
 * Tân, H. Tây Sơn, tỉnh Bình Định" and "Huyện Tây Sơn/Xã Bình Tân" are "xa binh tan huyen tay son".
 */
export function unitKeys(text: string): readonly string[] {
  const whole = matchKey(text);
  const parts = text
    .split(PARTS)
    .map(plainPart)
    .filter((part) => part !== "");
  const below = parts.filter((part) => !/^tinh /.test(part));
  const keys = [whole, plainPart(text), parts.join(" "), below.join(" "), below.toReversed().join(" ")];
  return [...new Set(keys.filter((key) => key !== ""))];
}

function plainPart(part: string): string {
  const key = matchKey(part).replace(OFFICE, " ").replace(/\s+/g, " ").trim().replace(DESK, "");
  const [first = "", ...rest] = key.split(" ");
  return [SHORT[first] ?? first, ...rest].join(" ").trim();
}
