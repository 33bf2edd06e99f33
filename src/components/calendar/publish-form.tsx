import type { CalendarEdit } from "@/lib/calendar-edits";
import { CALENDAR } from "@/lib/strings/calendar";

type PublishFormProps = {
  readonly edits: readonly CalendarEdit[];
  /** The edition on which the preview rests. */
  readonly baseVersion: number;
  readonly undoes: number | null;
  readonly label: string;
  readonly publish: (form: FormData) => Promise<void>;
};

/** Nothing is written until this is sent. */
export function PublishForm({ edits, baseVersion, undoes, label, publish }: PublishFormProps) {
  return (
    <form action={publish} className="mt-6 grid max-w-xl gap-3 text-sm">
      {edits.map((edit) => (
        <input key={JSON.stringify(edit)} type="hidden" name="edit" value={JSON.stringify(edit)} />
      ))}
      <input type="hidden" name="baseVersion" value={baseVersion} />
      {undoes !== null && <input type="hidden" name="undo" value={undoes} />}
      <label className="grid gap-1">
        <span className="font-semibold">{CALENDAR.preview.note}</span>
        <input name="note" maxLength={300} className="field" />
      </label>
      <div>
        <button type="submit" className="button">
          {label}
        </button>
      </div>
    </form>
  );
}
