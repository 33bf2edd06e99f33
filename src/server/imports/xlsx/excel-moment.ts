import "server-only";

const MS_PER_DAY = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 31);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** Excel counts a 29 February 1900 that never was. */
const DAY_THAT_NEVER_WAS = 60;
/** A date cell without a time is midnight to Excel. */
const MIDNIGHT = /T00:00:00$/;

/** What a number in a date cell stands for, as ISO text without a zone: "2020-10-01", "2020-10-01T08:00:00". Throws for what no calendar holds. */
export function excelMoment(serial: number, isFrom1904: boolean): string {
  const days = !isFrom1904 && serial >= DAY_THAT_NEVER_WAS ? serial - 1 : serial;
  const moment = new Date((isFrom1904 ? EPOCH_1904 : EPOCH_1900) + Math.round(days * MS_PER_DAY));
  return moment.toISOString().slice(0, 19).replace(MIDNIGHT, "");
}
