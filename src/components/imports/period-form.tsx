import type { Period } from "@/lib/period";
import { AGGREGATES } from "@/lib/strings/aggregates";

type PeriodFormProps = {
  /** As the table tells it; null when it does not. */
  readonly period: Period | null;
  readonly save: (form: FormData) => Promise<void>;
};

const { periodForm: words } = AGGREGATES;

/** Asks of which days an aggregate table is: openly when it does not tell, folded away when it does. */
export function PeriodForm({ period, save }: PeriodFormProps) {
  const form = (
    <form action={save} className="mt-2 flex flex-wrap items-end gap-4">
      {(["from", "to"] as const).map((name) => (
        <label key={name} className="grid gap-0.5 text-sm text-secondary">
          {words[name]}
          <input type="date" name={name} required defaultValue={period?.[name]} className="field" />
        </label>
      ))}
      <button type="submit" className={period === null ? "button" : "button-quiet"}>
        {words.submit}
      </button>
    </form>
  );
  if (period !== null) {
    return (
      <details data-period="">
        <summary className="cursor-pointer">{words.change}</summary>
        {form}
      </details>
    );
  }
  return (
    <section aria-labelledby="period" data-period="">
      <h2 id="period" className="text-xl font-semibold">
        {words.title}
      </h2>
      <p>{words.lead}</p>
      {form}
    </section>
  );
}
