import { IMPORT_PAGES } from "@/lib/strings/import-pages";

export type ImportState = keyof typeof IMPORT_PAGES.states;

/** Whether the file has been read to its end: before that, and when it failed, there is nothing to count. */
export function isCounted(state: ImportState): boolean {
  return state === "previewed" || state === "applied" || state === "cancelled" || state === "undone";
}

const SIGNS: Readonly<Record<ImportState, string>> = {
  uploaded: "…",
  previewing: "…",
  previewed: "?",
  applying: "…",
  applied: "✓",
  failed: "✕",
  cancelled: "–",
  undone: "↺",
  waiting: "…",
};

/** The state in words, with a sign for those who do not see the colour. */
export function ImportStateLabel({ state }: { readonly state: ImportState }) {
  return (
    <span className={state === "failed" ? "text-overdue" : undefined}>
      <span aria-hidden="true">{SIGNS[state]} </span>
      {IMPORT_PAGES.states[state]}
    </span>
  );
}
