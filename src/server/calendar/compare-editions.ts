import "server-only";
import type { CalendarEdition, PlacedEntry } from "../sla/load-edition";

/** An entry that came or went. */
export type EntryChange = { readonly action: "add" | "remove"; readonly entry: PlacedEntry };

/** What is in one edition and not in the other, by day; what goes before what comes. */
export function compareEditions(before: CalendarEdition, after: CalendarEdition): EntryChange[] {
  const [old, now] = [new Set(before.entries.map(keyOf)), new Set(after.entries.map(keyOf))];
  const removed = before.entries.filter((entry) => !now.has(keyOf(entry)));
  const added = after.entries.filter((entry) => !old.has(keyOf(entry)));
  return [
    ...removed.map((entry) => ({ action: "remove" as const, entry })),
    ...added.map((entry) => ({ action: "add" as const, entry })),
  ];
}

function keyOf({ day, kind, unitId, name, basis }: PlacedEntry): string {
  return JSON.stringify([day, kind, unitId, name, basis]);
}
