import {
  type CalendarDay,
  displayBp,
  type LocalMoment,
  momentOf,
  type Rate,
  type TargetRule,
  WHOLE_BP,
} from "@/lib/sla";

/** Where there is nothing to count. */
export const NOTHING = "—";

const MINUS = "−";

function pad(number: number): string {
  return String(number).padStart(2, "0");
}

/** 19150 → "19.150"; null → "—". */
export function formatCount(count: number | null): string {
  if (count === null) return NOTHING;
  const digits = String(Math.abs(count)).replace(/\B(?=(\d{3})+$)/g, ".");
  return count < 0 ? `${MINUS}${digits}` : digits;
}

/** Hundredths of a percent with two decimals: 9396 → "93,96%"; null → "—". */
export function formatBp(bp: number | null): string {
  return bp === null ? NOTHING : `${formatCount(Math.floor(bp / 100))},${pad(bp % 100)}%`;
}

/** "93,96%"; never rounded up to the target or to 100%; "—" when there is nothing to count. */
export function formatRate(rate: Rate, targetRule: TargetRule): string {
  return formatBp(displayBp(rate, targetRule));
}

/** What is missing to 100%, so that the two printed figures add up: 93,96% → "6,04%". */
export function formatComplement(rate: Rate, targetRule: TargetRule): string {
  const bp = displayBp(rate, targetRule);
  return formatBp(bp === null ? null : WHOLE_BP - bp);
}

/** The threshold alone, without needless decimals: "95%", "97,5%". */
export function formatThreshold({ thresholdBp }: TargetRule): string {
  const decimals = pad(thresholdBp % 100).replace(/0+$/, "");
  return `${Math.floor(thresholdBp / 100)}${decimals === "" ? "" : `,${decimals}`}%`;
}

/** A difference of two percentages, in hundredths of a percent: 120 → "+1,2 điểm %", −40 → "−0,4 điểm %". */
export function formatPoints(differenceBp: number): string {
  const tenths = Math.round(Math.abs(differenceBp) / 10);
  const sign = tenths === 0 ? "" : differenceBp > 0 ? "+" : MINUS;
  return `${sign}${Math.floor(tenths / 10)},${tenths % 10} điểm %`;
}

/** "2020-11-26" → "26/11/2020"; null → "—". */
export function formatDay(day: CalendarDay | null): string {
  return day === null ? NOTHING : `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** "2020-11-26" → "26/11", where the year is plain from what stands beside it. */
export function formatDayOfYear(day: CalendarDay): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}`;
}

/** The month of a day: "2020-11-26" → "11/2020". */
export function formatMonth(day: CalendarDay): string {
  return `${Number(day.slice(5, 7))}/${day.slice(0, 4)}`;
}

/** "2020-11-02T08:14:00" → "02/11/2020 08:14". */
export function formatMoment(moment: LocalMoment): string {
  return `${moment.slice(8, 10)}/${moment.slice(5, 7)}/${moment.slice(0, 4)} ${moment.slice(11, 16)}`;
}

/** An ISO instant as the clock of an IANA zone shows it: "02/11/2020 08:14". */
export function formatInstant(instant: string, zone: string): string {
  return formatMoment(momentOf(new Date(instant), zone));
}
