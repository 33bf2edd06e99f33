import { LONGEST_HEADER, nameBeforeNote } from "../list-columns";
import type { AggregateColumn, TableColumn } from "./columns";
import { plain } from "./plain";

type Group = "received" | "resolved" | "open";
type Choice = readonly [words: RegExp, column: AggregateColumn | null];

const UNIT = /^(ten )?(don vi|co quan|dia phuong|xa, phuong|huyen, thi xa)/;
const FIELD = /^linh vuc/;
/** Shares are not counts; a dossier that waits to be received is not received. */
const NO_COUNT = /ty le|%|phan tram|cho tiep nhan|thanh toan|bien lai|ghi chu|so hoa/;

const GROUPS: readonly (readonly [Group, RegExp])[] = [
  ["resolved", /(da|ket qua) (duoc )?(giai quyet|xu ly)/],
  ["open", /(dang|chua) (duoc )?(giai quyet|xu ly)/],
  ["received", /tiep nhan|(phai|can) (giai quyet|xu ly)/],
];

/** Columns that say what they are wherever they stand. */
const ALONE: readonly Choice[] = [
  [/khong (duoc )?tiep nhan|tu choi/, "refused"],
  [/\brut\b/, "withdrawn"],
  [/tra lai/, "returned"],
];

const WITHIN: Readonly<Record<Group, readonly Choice[]>> = {
  received: [
    [/ky truoc|ton dau|chuyen (sang|qua)/, "carriedOver"],
    [/phi dia gioi/, "receivedElsewhere"],
    [/truc tiep/, "receivedDirect"],
    [/buu chinh|bcci/, "receivedPostal"],
    [/(truc tuyen|qua mang).*mot phan|mot phan/, "receivedOnlinePartial"],
    [/(truc tuyen|qua mang).*khac/, "receivedOnlineOther"],
    [/truc tuyen|qua mang|toan trinh/, "receivedOnline"],
    [/trong (ky|thang|tuan|nam)/, "receivedInPeriod"],
    [/^(tong( so)?|cong|so luong)?( ho so)?$/, "receivedTotal"],
  ],
  resolved: [
    [/(khong|chua) (co )?(thu )?xin loi/, "lateWithoutApology"],
    [/xin loi/, "lateWithApology"],
    [/(truoc.*(dung|trong)|dung.*truoc)|trong han/, "earlyOrOnTime"],
    [/truoc han|som/, "early"],
    [/\bdung\b/, "onTime"],
    [/\btre\b|qua han/, "late"],
    [/^(tong( so)?|cong|so luong|so)?( ho so)?$/, "resolvedTotal"],
  ],
  open: [
    [/(khong|chua) (co )?(thu )?xin loi/, "overdueWithoutApology"],
    [/xin loi/, "overdueWithApology"],
    [/tam dung|bo sung|dung (giai quyet|xu ly)/, "openPaused"],
    [/qua han|\btre\b/, "overdue"],
    [/trong han|chua den han|con han/, "inTime"],
    [/^(tong( so)?|cong|so luong|so)?( ho so)?$/, "openTotal"],
  ],
};

/** Heads of a form without groups. */
const UNGROUPED: readonly Choice[] = [
  [/tam dung|cho bo sung|dung (giai quyet|xu ly)/, "paused"],
  [/ky truoc chuyen/, "carriedOver"],
  [/(truoc.*(dung|trong) han|dung.*truoc han)/, "earlyOrOnTime"],
  [/truoc han|\bsom\b/, "early"],
  [/dung han/, "onTime"],
  [/tre han/, "late"],
  [/^tong( so)?( ho so)?$/, "receivedTotal"],
];

/**
 * What a column counts, by its head and the merged cells above it, from the top down. The nearest cell that names a
 * group decides: "Tổng số" under "Đã giải quyết". Null for a column that no figure needs.
 */
export function columnOfHead(path: readonly string[]): TableColumn | null {
  const texts = path.map(cleanHead).filter((text) => text !== "");
  const leaf = texts.at(-1);
  if (leaf === undefined) return null;
  if (FIELD.test(leaf)) return "field";
  if (UNIT.test(leaf)) return "unit";
  if (isNoCount(path)) return null;
  const alone = choose(ALONE, leaf);
  if (alone !== null) return alone;
  for (let at = texts.length - 1; at >= 0; at--) {
    const text = texts[at] ?? "";
    const group = GROUPS.find(([, words]) => words.test(text));
    if (group) return within(group, text, texts.slice(at + 1));
  }
  return choose(UNGROUPED, leaf);
}

/** Whether its words say that it counts no dossiers: a share, a fee, a note. */
export function isNoCount(path: readonly string[]): boolean {
  return path.some((text) => NO_COUNT.test(cleanHead(text)));
}

function within([group, words]: (typeof GROUPS)[number], head: string, below: readonly string[]): TableColumn | null {
  const isOwn = below.length === 0;
  const detail = (isOwn ? head.replace(words, " ") : below.join(" "))
    .replace(/\b(so luong )?(ho so|tthc|thu tuc hanh chinh)\b/g, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  // "Tiếp nhận" on its own, beside "Kỳ trước chuyển qua": what came in.
  if (isOwn && group === "received" && (detail === "" || detail === "so")) return "receivedInPeriod";
  return choose(WITHIN[group], detail);
}

function choose(choices: readonly Choice[], text: string): AggregateColumn | null {
  return choices.find(([words]) => words.test(text))?.[1] ?? null;
}

/** Without the numbers of the columns: "(3)", "(3) = (4) + (5)". Of a long one with a note what stands before it. */
function cleanHead(text: string): string {
  if (text.length > LONGEST_HEADER) return cleanHead(nameBeforeNote(text));
  return plain(text)
    .replace(/\(?\d+\)?\s*=[\s\d()+]*$/, "")
    .replace(/[([][^)\]]*[)\]]\s*$/, "")
    .replace(/[:.*]+$/, "")
    .trim();
}
