import "server-only";
import { dayOfMoment, momentOf, secondOfDay, toDayNumber } from "@/lib/sla";

/** Seconds since 1970-01-01T00:00Z of what a zone's clock shows: a day, in days since 1970-01-01, and a second of it. */
export type ZoneClock = (dayNumber: number, second: number) => number;

const SECONDS_PER_DAY = 86_400;

/**
 * The clock of an IANA zone. A time of day that a change skips counts as before it, one that comes twice as after it:
 * PostgreSQL reads them so.
 */
export function zoneClock(zone: string): ZoneClock {
  const offsets = new Map<number, readonly [before: number, after: number]>();
  // No zone is as much as a day ahead of UTC: the two days enclose what its clock shows on the one between.
  const around = (dayNumber: number): readonly [before: number, after: number] => [
    offsetAt(zone, (dayNumber - 1) * SECONDS_PER_DAY),
    offsetAt(zone, (dayNumber + 2) * SECONDS_PER_DAY),
  ];
  return (dayNumber, second) => {
    let known = offsets.get(dayNumber);
    if (known === undefined) {
      known = around(dayNumber);
      offsets.set(dayNumber, known);
    }
    const [before, after] = known;
    const shown = dayNumber * SECONDS_PER_DAY + second;
    return shown - (before === after || offsetAt(zone, shown - after) === after ? after : before);
  };
}

/** Seconds by which a zone's clock is ahead of UTC. */
function offsetAt(zone: string, second: number): number {
  const shown = momentOf(new Date(second * 1000), zone);
  return toDayNumber(dayOfMoment(shown)) * SECONDS_PER_DAY + secondOfDay(shown) - second;
}
