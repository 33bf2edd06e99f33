import "server-only";

const REPORTING = /^[-–\s]*đơn vị báo cáo\s*:?\s*(.*?)\s*(?=đơn vị nhận|$)/iu;

/** The unit that a form of one unit names above its head, in the same cell or the next; empty when it names none. */
export function reportingUnit(titles: readonly string[]): string {
  for (const [at, title] of titles.entries()) {
    const named = REPORTING.exec(title);
    if (named) return named[1] || (titles[at + 1] ?? "");
  }
  return "";
}
