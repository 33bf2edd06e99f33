import type { CalendarEdit } from "@/lib/calendar-edits";
import { formatDay } from "@/lib/format";
import { CALENDAR_DAY_KINDS } from "@/lib/sla";
import { CALENDAR } from "@/lib/strings/calendar";
import type { ShownPlace } from "./types";

type EditFormProps = {
  /** The days that may be chosen lie in these years. */
  readonly firstYear: number;
  readonly lastYear: number;
  readonly places: readonly ShownPlace[];
  /** The draft to which the entry is added. */
  readonly edits: readonly CalendarEdit[];
  readonly submit: string;
};

const { form: words, days } = CALENDAR;

/** One more entry for a draft; its answer is the preview, and nothing is written. */
export function EditForm({ firstYear, lastYear, places, edits, submit }: EditFormProps) {
  return (
    <form
      action="/calendar/preview"
      method="get"
      className="grid max-w-[1280px] gap-x-4 gap-y-3 text-sm sm:grid-cols-6"
    >
      {edits.map((edit) => (
        <input key={JSON.stringify(edit)} type="hidden" name="edit" value={JSON.stringify(edit)} />
      ))}
      <label className="grid content-start gap-1 sm:col-span-1">
        <span className="font-semibold">{words.day}</span>
        <input type="date" name="day" required min={`${firstYear}-01-01`} max={`${lastYear}-12-31`} className="field" />
      </label>
      <label className="grid content-start gap-1 sm:col-span-1">
        <span className="font-semibold">{words.kind}</span>
        <select name="kind" className="field">
          {CALENDAR_DAY_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {CALENDAR.kindOptions[kind]}
            </option>
          ))}
        </select>
      </label>
      <label className="grid min-w-0 content-start gap-1 sm:col-span-2">
        <span className="font-semibold">{words.place}</span>
        <select name="unit" className="field min-w-0">
          <option value="">{days.province}</option>
          {groupPlaces(places).map(([group, members]) => (
            <optgroup key={group} label={group}>
              {members.map(({ id, name, validUntil }) => (
                <option key={id} value={id}>
                  {validUntil === null ? name : words.until(name, formatDay(validUntil))}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <label className="grid content-start gap-1 sm:col-span-2 sm:col-start-1">
        <span className="font-semibold">{words.name}</span>
        <input name="name" required maxLength={300} className="field" />
        <span className="text-xs text-secondary">{words.nameHint}</span>
      </label>
      <label className="grid content-start gap-1 sm:col-span-2">
        <span className="font-semibold">{words.basis}</span>
        <input name="basis" required maxLength={300} className="field" />
        <span className="text-xs text-secondary">{words.basisHint}</span>
      </label>
      <div className="sm:col-span-6">
        <button type="submit" className="button">
          {submit}
        </button>
      </div>
    </form>
  );
}

/** Departments, districts, and the communes of each parent; in the order given. */
function groupPlaces(places: readonly ShownPlace[]): [string, ShownPlace[]][] {
  const groups = new Map<string, ShownPlace[]>();
  for (const place of places) {
    const group = place.level === "commune" ? words.communesOf(place.parentName) : words.levels[place.level];
    groups.set(group, [...(groups.get(group) ?? []), place]);
  }
  return [...groups];
}
