import "server-only";

/** Formats that Excel knows by number and shows as a day or a time, also those of Asian editions. */
const BUILT_IN: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];
const ELAPSED = /\[(?:h+|m+|s+)\]/i;
/** Quoted text, escaped letters, colours and locales, room and filling say nothing of a format's kind. */
const NOT_FORMAT = /"[^"]*"|\\.|\[[^\]]*\]|[*_]./g;
/** A single m or two may be months or minutes: there is always something beside them. */
const DAY_OR_TIME = /[ydhs]|mmm|a\/p/i;

/** True for a number format that shows a day or a time. @param code what the workbook says of it, or "". */
export function isDateFormat(id: number, code: string): boolean {
  if (code === "") return BUILT_IN.some(([first, last]) => id >= first && id <= last);
  return ELAPSED.test(code) || DAY_OR_TIME.test(code.replace(NOT_FORMAT, ""));
}
