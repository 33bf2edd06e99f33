import { PageBody } from "@/components/layout/page-body";
import { PageTitle } from "@/components/ui/page-title";
import { SelectField } from "@/components/ui/select-field";
import { PERIOD_PRESETS, presetPeriod } from "@/lib/period";
import type { CalendarDay } from "@/lib/sla";
import { documentTitle } from "@/lib/strings/common";
import { describePeriod, PRESET_NAMES } from "@/lib/strings/periods";
import { fixedPeriodText, proposedName, VIEWS } from "@/lib/strings/views";
import type { ViewPage } from "@/lib/view-address";

export type NewViewPageProps = {
  /** What is kept, as this product writes it; it is read again before anything is written. */
  readonly address: string;
  readonly page: ViewPage;
  /** Null where the address names none: the reader's own. */
  readonly unit: { readonly name: string; readonly isOwn: boolean } | null;
  readonly from: CalendarDay | null;
  readonly to: CalendarDay | null;
  /** Relative periods are reckoned from it. */
  readonly asOf: CalendarDay;
  readonly canShare: boolean;
  /** As it was typed, when the form comes back. */
  readonly name: string | null;
  readonly message: string | null;
  readonly save: (form: FormData) => Promise<void>;
};

const FIXED = "fixed";

/** Name, unit and period of a view that is to be kept; nothing is written until the form is sent. */
export function NewViewPage({ address, page, unit, from, to, asOf, canShare, name, message, save }: NewViewPageProps) {
  const presets = PERIOD_PRESETS.map((preset) => ({ preset, period: presetPeriod(preset, asOf) }));
  const usual = presets.find(({ period }) => period.from === from && period.to === to);
  const fixed = fixedPeriodText(from, to);
  return (
    <PageBody>
      <title>{documentTitle(VIEWS.newTitle)}</title>
      <PageTitle title={VIEWS.newTitle} label={VIEWS.intro} />
      {message !== null && (
        <p role="alert" className="mt-4 font-semibold text-overdue">
          {message}
        </p>
      )}
      <form action={save} className="mt-6 grid max-w-xl grid-cols-1 gap-4 text-sm">
        <input type="hidden" name="of" value={address} />
        <label className="grid gap-0.5 text-secondary">
          {VIEWS.name}
          <input
            name="name"
            required
            maxLength={100}
            defaultValue={name ?? proposedName(page, unit?.isOwn === false ? unit.name : null)}
            className="field"
          />
        </label>
        {page !== "home" && (
          <SelectField
            name="unit"
            label={VIEWS.unit}
            value={unit === null || unit.isOwn ? "own" : FIXED}
            options={[
              { value: "own", label: VIEWS.ownUnit },
              ...(unit === null ? [] : [{ value: FIXED, label: unit.name }]),
            ]}
          />
        )}
        <SelectField
          name="period"
          label={VIEWS.period}
          value={usual?.preset ?? FIXED}
          options={[
            { value: FIXED, label: from === null || to === null ? fixed : VIEWS.fixedPeriod(fixed) },
            ...presets.map(({ preset, period }) => ({
              value: preset,
              label: VIEWS.relative(PRESET_NAMES[preset], describePeriod(period)),
            })),
          ]}
        />
        <label className="flex items-baseline gap-2">
          <input type="checkbox" name="star" defaultChecked />
          {VIEWS.star}
        </label>
        {canShare && (
          <div>
            <label className="flex items-baseline gap-2">
              <input type="checkbox" name="share" aria-describedby="share-note" />
              {VIEWS.share}
            </label>
            <p id="share-note" className="mt-1 text-xs text-secondary">
              {VIEWS.shareNote}
            </p>
          </div>
        )}
        <div className="flex items-baseline gap-6">
          <button type="submit" className="button">
            {VIEWS.submit}
          </button>
          <a href={address}>{VIEWS.cancel}</a>
        </div>
      </form>
    </PageBody>
  );
}
