import { Note } from "@/components/ui/note";
import { PageTitle } from "@/components/ui/page-title";
import { Section } from "@/components/ui/section";
import type { CalendarEdit } from "@/lib/calendar-edits";
import type { CalendarDay } from "@/lib/sla";
import { CALENDAR } from "@/lib/strings/calendar";
import { DraftList } from "./draft-list";
import { EditForm } from "./edit-form";
import { MovedTable } from "./moved-table";
import { PublishForm } from "./publish-form";
import type { ShownCalendar, ShownCounts, ShownUnitChange } from "./types";

/** What publishing would do. */
export type ShownOutcome = {
  readonly baseVersion: number;
  readonly version: number;
  readonly warnings: readonly { readonly code: "alreadyOff"; readonly day: CalendarDay }[];
  readonly effect: { readonly read: number; readonly total: ShownCounts };
  readonly units: readonly ShownUnitChange[];
};

export type CalendarPreviewProps = {
  readonly calendar: ShownCalendar;
  readonly edits: readonly CalendarEdit[];
  /** The edition to be taken back; null for a draft of edits. */
  readonly undoes: number | null;
  /** Null when the change is refused. */
  readonly outcome: ShownOutcome | null;
  /** Why it is refused, or why it was not published; null when neither. */
  readonly message: string | null;
  readonly year: number;
  readonly publish: (form: FormData) => Promise<void>;
};

const { preview: words, form } = CALENDAR;

/** A change of the calendar before it is one: what it consists of, what it would move, and the button. */
export function CalendarPreview(props: CalendarPreviewProps) {
  const { calendar, edits, undoes, outcome, message, year, publish } = props;
  const title =
    outcome === null ? (edits.length === 0 ? words.empty : words.refused) : words.heading(outcome.effect.total);
  const entries = new Map(calendar.rows.map((row) => [`${row.day}/${row.unitId}`, row.name]));
  return (
    <>
      <PageTitle title={title} label={words.label(calendar.version)} />
      {message !== null && (
        <p role="alert" className="mt-3 max-w-[80ch] font-semibold text-overdue">
          {message}
        </p>
      )}
      {undoes === null && edits.length > 0 && (
        <Section id="changes" title={words.changes}>
          <DraftList
            edits={edits}
            nameOf={(unitId) => calendar.places.find(({ id }) => id === unitId)?.name}
            dayName={({ day, unitId }) => entries.get(`${day}/${unitId}`)}
          />
          {outcome?.warnings.map(({ code, day }) => (
            <Note key={day}>{words.warnings[code](day)}</Note>
          ))}
        </Section>
      )}
      {outcome !== null && (
        <Section id="moved" title={words.units}>
          <p className="mb-3 max-w-[100ch] text-sm">
            {words.facts(outcome.effect.total)} {words.read(outcome.effect.read)}
          </p>
          {outcome.units.length > 0 && <MovedTable units={outcome.units} total={outcome.effect.total} />}
          <PublishForm
            edits={edits}
            baseVersion={outcome.baseVersion}
            undoes={undoes}
            label={undoes === null ? words.publish(outcome.version) : words.undo(outcome.version, undoes - 1)}
            publish={publish}
          />
        </Section>
      )}
      {undoes === null && (
        <Section id="more" title={words.more}>
          <EditForm
            firstYear={calendar.firstYear}
            lastYear={Math.max(calendar.lastYear, ...edits.map((edit) => (edit.action === "openYear" ? edit.year : 0)))}
            places={calendar.places}
            edits={edits}
            submit={form.submitMore}
          />
        </Section>
      )}
      <p className="mt-6 text-sm">
        <a href={`/calendar?year=${year}`}>{words.back}</a>
      </p>
    </>
  );
}
