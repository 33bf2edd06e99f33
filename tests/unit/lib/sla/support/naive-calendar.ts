/**
 * The calendar again, as slowly and plainly as can be: sets of strings, one day or one minute at a time,
 * no sums. Written apart from the engine, to disagree with it where either is wrong.
 */
export type NaiveInterval = { from: number; until: number };

export class NaiveCalendar {
  constructor(
    private readonly off: ReadonlySet<string>,
    private readonly worked: ReadonlySet<string>,
    private readonly hours: readonly NaiveInterval[],
  ) {}

  static next(day: string, step = 1): string {
    const date = new Date(`${day}T12:00:00Z`);
    date.setUTCDate(date.getUTCDate() + step);
    return date.toISOString().slice(0, 10);
  }

  works(day: string): boolean {
    if (this.worked.has(day)) return true;
    if (this.off.has(day)) return false;
    const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
    return weekday !== 0 && weekday !== 6;
  }

  addWorkingDays(day: string, count: number): string {
    let at = day;
    if (count === 0) {
      while (!this.works(at)) at = NaiveCalendar.next(at);
      return at;
    }
    for (let left = Math.abs(count); left > 0; ) {
      at = NaiveCalendar.next(at, Math.sign(count));
      if (this.works(at)) left--;
    }
    return at;
  }

  between(from: string, until: string): number {
    let count = 0;
    for (let at = NaiveCalendar.next(from); at <= until; at = NaiveCalendar.next(at)) if (this.works(at)) count++;
    return count;
  }

  worksAt(day: string, minute: number): boolean {
    return this.works(day) && this.hours.some(({ from, until }) => minute >= from && minute < until);
  }

  /** Walks minute by minute until so many worked minutes have gone by: [day, minute since midnight]. */
  addWorkingMinutes(day: string, minute: number, count: number): [string, number] {
    let [atDay, atMinute] = [day, minute];
    for (let left = count; left > 0; ) {
      if (this.worksAt(atDay, atMinute)) left--;
      atMinute++;
      if (atMinute === 1440 && left > 0) [atDay, atMinute] = [NaiveCalendar.next(atDay), 0];
    }
    return [atDay, atMinute];
  }

  addMonths(day: string, months: number): string {
    const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
    for (let last = date; ; last--) {
      const found = new Date(Date.UTC(year, month - 1 + months, last));
      if (found.getUTCDate() === last) return found.toISOString().slice(0, 10);
    }
  }
}
