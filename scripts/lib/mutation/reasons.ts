/** Why a mutant may live: `code` is the line it stands on, or the part of it that tells it from others. */
export type Reason = { readonly file: string; readonly code: string; readonly change?: string; readonly why: string };

const SAME_OF_EQUALS = "equivalent: of equals either one is the same";
const UNREACHED_DEFAULT = "equivalent: the default stands for an index that is never out of range";
const ONLY_SPEED = "equivalent: only decides when to stop looking for more digits, or which of two equal ways is taken";
const SAME_YEAR = "equivalent: 2 January is in the same year as the first, 30 December as the last day";
const FIRST_FOUND = "equivalent: a calendar has a first working day, so 0 was answered before";
const STABLE = "equivalent: sorting keeps the order of equals";
const CACHE = "equivalent: a day outside the cache is written anew, to the same name";

export const REASONS: readonly Reason[] = [
  { file: "attribute-delay.ts", code: "lastEnd = end", why: SAME_OF_EQUALS },
  { file: "attribute-delay.ts", code: "endedOn <= asOf ? endedOn : asOf", why: SAME_OF_EQUALS },
  { file: "attribute-delay.ts", code: "dueOn < startedOn ? startedOn : dueOn", why: SAME_OF_EQUALS },
  {
    file: "control-chart.ts",
    code: "share === 0 || share === 1",
    why: "equivalent: with none on time the exact limits are 0 as well",
  },
  {
    file: "control-chart.ts",
    code: "let side = 0",
    why: "equivalent: the run is empty before the first month, whichever side it is said to be on",
  },
  {
    file: "control-chart.ts",
    code: 'side < 0 ? "runBelow"',
    why: "equivalent: a side is -1 or 1 there, as months on the centre were answered before",
  },
  {
    file: "time-account.ts",
    code: "compareDays(from, counted) < 0",
    why: "equivalent: two days compare as -1, 0 or 1, and of equals either one is the same",
  },
  { file: "time-account.ts", code: "until > closedOn ? closedOn", why: SAME_OF_EQUALS },
  {
    file: "time-account.ts",
    code: "if (end <= begin) continue",
    why: "equivalent: an empty span counts no days, and later pauses begin no earlier",
  },
  { file: "beta-distribution.ts", code: "const [first = 0", why: UNREACHED_DEFAULT },
  { file: "beta-distribution.ts", code: "MAX_STEPS", why: ONLY_SPEED },
  { file: "beta-distribution.ts", code: "< TINY ? TINY", why: SAME_OF_EQUALS },
  { file: "beta-distribution.ts", code: "< PRECISION) break", why: ONLY_SPEED },
  { file: "beta-distribution.ts", code: "if (x <= 0) return 0", why: "equivalent: the formula gives 0 at 0 too" },
  {
    file: "beta-distribution.ts",
    code: "if (x >= 1) return 1",
    why: "equivalent: the formula gives 1 at 1 too; no probability is larger",
  },
  { file: "beta-distribution.ts", code: "const isLeft", why: ONLY_SPEED },
  {
    file: "calendar-day.ts",
    code: "index < DAY_LENGTH",
    why: "equivalent: there is no character beyond the last, and NaN is in no range",
  },
  {
    file: "calendar-day.ts",
    code: "return a < b ? -1 : 1",
    why: "equivalent: equals were answered before, and only the sign counts",
  },
  { file: "calendar-day.ts", code: "NAMED_DAYS", why: CACHE },
  { file: "calendar-day.ts", code: "FIRST_NAMED", why: CACHE },
  { file: "compile-calendar.ts", code: "new Int32Array(size + 1)", why: "equivalent: one more place, never read" },
  { file: "compile-calendar.ts", code: "if (seconds > 0)", why: "equivalent: hours are whole minutes" },
  { file: "compile-calendar.ts", code: "?? 0) + seconds", why: UNREACHED_DEFAULT },
  { file: "engine-version.ts", code: "ENGINE_VERSION", why: "a number to be raised by hand; tests must not hold it" },
  { file: "late-budget.ts", code: "< CHANCE_LIMIT", why: "equivalent: no binomial tail is exactly one in a hundred" },
  { file: "lateness-forecast.ts", code: "?? 0", why: UNREACHED_DEFAULT },
  { file: "local-moment.ts", code: "slice(17, 19)", why: "equivalent: nothing follows the seconds" },
  { file: "merge-pauses.ts", code: "pause.from < from ? from : pause.from", why: SAME_OF_EQUALS },
  { file: "merge-pauses.ts", code: "return a < b ?", why: SAME_OF_EQUALS },
  {
    file: "random.ts",
    code: "if (v <= 0) continue",
    change: "<= → <",
    why: "equivalent: at exactly 0 the logarithm refuses it too",
  },
  {
    file: "random.ts",
    code: "if (shape < 1)",
    change: "< → <=",
    why: "both ways draw the same distribution; no prior has exactly that shape",
  },
  { file: "explain.ts", code: "dueOn > end ? dueOn : end", why: SAME_OF_EQUALS },
  { file: "explain.ts", code: "fromDayNumber(decreed + 1)", why: SAME_YEAR },
  {
    file: "funnel-limits.ts",
    code: "let [low, high] = [0, n]",
    why: "equivalent: at 0 and at 1 the limit is drawn up to 0",
  },
  { file: "rank-intervals.ts", code: "?? 0", why: UNREACHED_DEFAULT },
  { file: "recovery.ts", code: "< 1e-6", why: "equivalent: no rounding error is exactly so large" },
  { file: "shares.ts", code: "b.remainder - a.remainder ||", change: "- → +", why: STABLE },
  { file: "funnel-limits.ts", code: "a.volume - b.volume ||", change: "- → +", why: STABLE },
  { file: "working-age.ts", code: "closedOn <= asOf ? closedOn : asOf", why: SAME_OF_EQUALS },
  { file: "working-calendar.ts", code: "position < 0", change: "< → <=", why: FIRST_FOUND },
  { file: "working-calendar.ts", code: "position < 0", change: "0 → 1", why: FIRST_FOUND },
  { file: "working-calendar.ts", code: "calendar.lastDay + 1", why: SAME_YEAR },
  { file: "working-clock.ts", code: "missingYear(calendar.lastDay + 1)", change: "1 → 2", why: SAME_YEAR },
  { file: "working-calendar.ts", code: "?? 0", why: UNREACHED_DEFAULT },
  { file: "working-clock.ts", code: "?? 0", why: UNREACHED_DEFAULT },
  { file: "shares.ts", code: "?? 0", why: UNREACHED_DEFAULT },
  {
    file: "funnel-limits.ts",
    code: ">= tail) high = middle",
    why: "equivalent: the limit is continuous, the next count gives the same where one is met exactly",
  },
  {
    file: "funnel-limits.ts",
    code: "return Math.min(1, Math.max(0,",
    change: "1 → 2",
    why: "equivalent: k is at most n, and something is taken from it",
  },
  { file: "funnel-limits.ts", code: "const [low = 0, high = 0]", change: "0 → 1", why: UNREACHED_DEFAULT },
  {
    file: "rank-intervals.ts",
    code: "draw < draws",
    why: "equivalent: one more draw has no place in the array and is dropped",
  },
  { file: "rank.ts", code: "let rank = 0", why: "equivalent: the first one counted sets it" },
  {
    file: "replay-events.ts",
    code: "while (end < sorted.length",
    change: "< → <=",
    why: "equivalent: beyond the last there is no event, and so no day like this one",
  },
  { file: "replay-events.ts", code: "return left < right ? -1 : left > right ? 1 : 0", why: SAME_OF_EQUALS },
  {
    file: "replay-events.ts",
    code: "const isPaused =",
    change: "<= → <",
    why: "equivalent: a promise is taken before the pauses and resumptions of its day",
  },
  {
    file: "shrinkage.ts",
    code: ">= SURELY_MET",
    why: "not killed: it would take a posterior whose chance rounds to exactly nine in ten",
  },
  { file: "timeline.ts", code: "finished < due", why: "equivalent: equals were answered before" },
  {
    file: "timeline.ts",
    code: "const last = spans[spans.length - 1]",
    change: "- → +",
    why: "equivalent: then all are filtered, which keeps the same; only saves a copy",
  },
  {
    file: "timeline.ts",
    code: "last.from <= dueOn ? spans",
    why: "equivalent: then all are filtered, which keeps the same; only saves a copy",
  },
  {
    file: "timeline.ts",
    code: "closedOn <= dueOn) return NO_SPANS",
    why: "equivalent: what ended by the due day is answered again below, with the same",
  },
  { file: "towards-due.ts", code: "end > dueOn ?", why: "equivalent: on the day itself both ways count no days" },
  {
    file: "working-clock.ts",
    code: "if (second > start)",
    why: "equivalent: at the opening itself nothing has been worked",
  },
];

export function reasonFor(file: string, code: string, change: string): string {
  const found = REASONS.find(
    (reason) => reason.file === file && code.includes(reason.code) && (reason.change ?? change) === change,
  );
  return found?.why ?? "not examined";
}
