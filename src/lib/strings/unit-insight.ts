import { LEVEL_NOUNS } from "./ranking";
import type { RankingLevel } from "@/lib/filters";
import { formatCount, formatRate } from "@/lib/format";
import type { OverdueAge } from "@/lib/overdue-ages";
import type { PeerGroup } from "@/lib/ranking-choice";
import type { Rate, TargetRule } from "@/lib/sla";

const AGE_NOTE = "Ngày làm việc từ sau ngày hẹn trả đến ngày số liệu, theo lịch làm việc của đơn vị xử lý.";

export const AGES = {
  caption: "Hồ sơ đang giải quyết đã quá hạn, theo số ngày làm việc quá hạn",
  age: "Quá hạn",
  dossiers: "Hồ sơ ●",
  share: "Tỷ trọng",
  total: "Tổng số",
  note: `${AGE_NOTE} Bấm vào một số để mở danh sách hồ sơ của số đó.`,
  /** Of the file, which has no links. */
  fileNote: AGE_NOTE,
} as const;

export const OVERDUE_AGE_NAMES: Readonly<Record<OverdueAge, string>> = {
  overdueTo5: "Đến 5 ngày làm việc",
  overdueTo15: "6–15 ngày làm việc",
  overdueTo30: "16–30 ngày làm việc",
  overdueLonger: "Trên 30 ngày làm việc",
};

type AgeCount = { readonly age: OverdueAge; readonly count: number };

/** "38 trong 77 hồ sơ quá hạn đã quá trên 15 ngày làm việc" */
export function agesFinding(ages: readonly AgeCount[]): string {
  const total = ages.reduce((sum, { count }) => sum + count, 0);
  const long = ages.reduce(
    (sum, { age, count }) => (age === "overdueTo30" || age === "overdueLonger" ? sum + count : sum),
    0,
  );
  if (long === 0) return `${formatCount(total)} hồ sơ quá hạn, không hồ sơ nào quá 15 ngày làm việc`;
  return `${formatCount(long)} trong ${formatCount(total)} hồ sơ quá hạn đã quá trên 15 ngày làm việc`;
}

export const PEERS = { open: "Xem nhóm này" } as const;

const PEER_WORDS: Readonly<Record<PeerGroup, string>> = {
  small: "ít hồ sơ",
  middle: "có số hồ sơ vừa",
  large: "nhiều hồ sơ",
};

type ShownPeers = {
  readonly level: RankingLevel;
  readonly group: PeerGroup;
  readonly place: number;
  readonly peers: number;
  readonly rate: Rate;
};

/** "Trong 53 xã nhiều hồ sơ của tỉnh (một phần ba theo số hồ sơ): đứng thứ 49; cả nhóm 95,12%." */
export function peersText({ level, group, place, peers, rate }: ShownPeers, target: TargetRule): string {
  return `Trong ${formatCount(peers)} ${LEVEL_NOUNS[level]} ${PEER_WORDS[group]} của tỉnh (nhóm một phần ba theo số hồ sơ): đứng thứ ${formatCount(place)}; cả nhóm ${formatRate(rate, target)}.`;
}

export const USAGE = { lead: "Hầu như không dùng phần mềm:" } as const;

type ShownUsage = {
  readonly received: number;
  readonly middle: number;
  readonly units: number;
};

/** "hồ sơ tiếp nhận trong kỳ, bằng 4% của đơn vị ở giữa trong 159 xã, phường, thị trấn của tỉnh (456 hồ sơ). Ít hồ sơ chưa phải là sai; đó là chỗ cần hỏi." */
export function usageText({ received, middle, units }: ShownUsage): string {
  const share = `${formatCount(Math.floor((100 * received) / middle))}%`;
  return `hồ sơ tiếp nhận trong kỳ, bằng ${share} của đơn vị ở giữa trong ${formatCount(units)} xã, phường, thị trấn của tỉnh (${formatCount(middle)} hồ sơ). Ít hồ sơ chưa phải là sai; đó là chỗ cần hỏi.`;
}
