import { Note } from "@/components/ui/note";
import { formatDay } from "@/lib/format";
import type { AggregateNote } from "@/lib/reading-note";
import { AGGREGATES } from "@/lib/strings/aggregates";

const { import: words } = AGGREGATES;

/** That a table stays apart from the dossiers, another period in its title, and the sums that its cells do not make. */
export function BrokenSums({ note }: { readonly note: AggregateNote }) {
  const { period, periodInTitle, broken, brokenCount } = note;
  const isOther = periodInTitle !== null && (periodInTitle.from !== period.from || periodInTitle.to !== period.to);
  return (
    <div className="grid max-w-3xl gap-4">
      <p>{words.apart(period.from, period.to)}</p>
      {isOther && <p role="alert">{words.otherPeriod(formatDay(periodInTitle.from), formatDay(periodInTitle.to))}</p>}
      {brokenCount > 0 && (
        <section aria-labelledby="broken-sums">
          <h2 id="broken-sums" className="mb-2 text-xl font-semibold">
            {words.brokenTitle(brokenCount)}
          </h2>
          <ul className="list-disc pl-6">
            {broken.map((sum) => (
              <li
                key={`${sum.row} ${sum.identity} ${sum.total}`}
                data-broken={sum.identity}
                className="mb-1 break-words"
              >
                {words.broken(sum)}
              </li>
            ))}
            {brokenCount > broken.length && <li>{words.brokenMore(brokenCount - broken.length)}</li>}
          </ul>
          <Note>{words.brokenNote}</Note>
        </section>
      )}
    </div>
  );
}
