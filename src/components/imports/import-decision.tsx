import { IMPORT_PAGES } from "@/lib/strings/import-pages";

type ImportDecisionProps = {
  readonly changes: number;
  readonly rejected: number;
  readonly confirm: () => Promise<void>;
  readonly cancel: () => Promise<void>;
};

const { batch: words } = IMPORT_PAGES;

/** Nothing is written until this is answered. */
export function ImportDecision({ changes, rejected, confirm, cancel }: ImportDecisionProps) {
  return (
    <section aria-label={words.decision} className="grid gap-2">
      <p>{words.dryNote}</p>
      {rejected > 0 && <p>{words.rejectedNote}</p>}
      <div className="flex flex-wrap gap-4">
        <form action={confirm}>
          <button type="submit" className="button">
            {changes > 0 ? words.confirm : words.confirmNone}
          </button>
        </form>
        <form action={cancel}>
          <button type="submit" className="button-quiet">
            {words.cancel}
          </button>
        </form>
      </div>
    </section>
  );
}
