import { Note } from "@/components/ui/note";
import { unitChangeText } from "@/lib/strings/units";
import type { ShownMonth } from "./types";

/** What the breaks of a trend are: one line for each day on which units changed. */
export function UnitChanges({ months }: { readonly months: readonly ShownMonth[] }) {
  return months
    .flatMap(({ changes = [] }) => changes)
    .map((change) => <Note key={change.on}>{unitChangeText(change)}</Note>);
}
