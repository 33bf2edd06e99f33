import { type CalendarEdit, draftHref } from "@/lib/calendar-edits";
import { formatDay } from "@/lib/format";
import { CALENDAR } from "@/lib/strings/calendar";

type DraftListProps = {
  readonly edits: readonly CalendarEdit[];
  /** Names of the units that edits may name. */
  readonly nameOf: (unitId: number) => string | undefined;
  /** What is there to be removed, to tell it by name. */
  readonly dayName: (edit: { readonly day: string; readonly unitId: number | null }) => string | undefined;
};

const { preview: words } = CALENDAR;

/** The edits of a draft, each with the way to drop it. */
export function DraftList({ edits, nameOf, dayName }: DraftListProps) {
  const tell = (edit: CalendarEdit): string => {
    if (edit.action === "openYear") return words.openYear(edit.year);
    const place = edit.unitId === null ? CALENDAR.days.province : (nameOf(edit.unitId) ?? "");
    const what =
      edit.action === "add" ? [CALENDAR.kinds[edit.kind].toLowerCase(), edit.name, edit.basis] : [dayName(edit) ?? ""];
    return [formatDay(edit.day), ...what, place].filter(Boolean).join(" · ");
  };
  return (
    <ul className="max-w-[1280px] border-t border-ink text-sm">
      {edits.map((edit, index) => {
        const told = tell(edit);
        return (
          <li
            key={JSON.stringify(edit)}
            className="flex flex-wrap items-baseline gap-x-4 border-b border-rule px-1 py-1.5"
          >
            <span className="w-16 font-semibold">{words.actions[edit.action]}</span>
            <span className="min-w-0 flex-1">{told}</span>
            <a href={draftHref(edits.toSpliced(index, 1))} aria-label={words.dropChange(told)}>
              {words.drop}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
