import { PageTitle } from "@/components/ui/page-title";
import { Section } from "@/components/ui/section";
import { TakeAway } from "@/components/ui/take-away";
import { draftHref } from "@/lib/calendar-edits";
import { CALENDAR } from "@/lib/strings/calendar";
import { DayTable } from "./day-table";
import { EditForm } from "./edit-form";
import { EditionTable } from "./edition-table";
import type { ShownCalendar } from "./types";
import { YearLinks } from "./year-links";
import { YearView } from "./year-view";

type CalendarPageProps = {
  readonly calendar: ShownCalendar;
  readonly year: number;
  readonly zone: string;
  /** The edition that was published just now; null when none was. */
  readonly published: number | null;
};

/** A year of the working calendar with its documents, the form that changes it, and its editions. */
export function CalendarPage({ calendar, year, zone, published }: CalendarPageProps) {
  const { version, firstYear, lastYear, canEdit } = calendar;
  const rows = calendar.rows.filter(({ day }) => day.startsWith(`${year}-`));
  const count = (kind: "off" | "work") => rows.filter((row) => row.kind === kind && row.unitId === null).length;
  const local = rows.filter(({ unitId }) => unitId !== null).length;
  const isKnown = year <= lastYear;
  return (
    <>
      <PageTitle
        title={isKnown ? CALENDAR.heading(year, count("off"), count("work"), local) : CALENDAR.headingUnknown(year)}
        label={CALENDAR.label(version, firstYear, lastYear)}
      />
      {published !== null && (
        <p role="status" className="mt-2 font-semibold">
          {CALENDAR.published(published)}
        </p>
      )}
      <YearLinks year={year} firstYear={firstYear} lastYear={canEdit ? lastYear + 1 : lastYear} />
      {isKnown ? (
        <>
          <YearView year={year} rows={rows} />
          <Section id="days" title={CALENDAR.days.title(year)}>
            {rows.length > 0 && (
              <TakeAway kind="calendar" params={new URLSearchParams({ year: String(year) })} canPrint />
            )}
            <DayTable rows={rows} canEdit={canEdit} />
          </Section>
        </>
      ) : (
        <div className="mt-4 grid gap-4">
          <p className="max-w-[80ch]">{CALENDAR.unknownYear(year)}</p>
          <p>
            <a href={draftHref([{ action: "openYear", year }])} className="button-quiet inline-block no-underline">
              {CALENDAR.form.openYear(year)}
            </a>
          </p>
        </div>
      )}
      {canEdit && isKnown && (
        <Section id="edit" title={CALENDAR.form.title}>
          <p className="mb-3 max-w-[80ch] text-sm">{CALENDAR.form.lead}</p>
          <EditForm
            firstYear={firstYear}
            lastYear={lastYear}
            places={calendar.places}
            edits={[]}
            submit={CALENDAR.form.submit}
          />
        </Section>
      )}
      <Section id="history" title={CALENDAR.history.title}>
        <TakeAway kind="editions" params={new URLSearchParams()} />
        <EditionTable rows={calendar.history} zone={zone} canUndo={canEdit && version > 1} />
      </Section>
    </>
  );
}
