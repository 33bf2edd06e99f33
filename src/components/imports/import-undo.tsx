import { Note } from "@/components/ui/note";
import { IMPORT_PAGES } from "@/lib/strings/import-pages";

type ImportUndoProps = {
  /** What it takes back. */
  readonly effect: string;
  readonly undo: () => Promise<void>;
};

const { undo: words } = IMPORT_PAGES;

/** The way back from the newest import of a source: two steps, so that no slip of the hand takes figures back. */
export function ImportUndo({ effect, undo }: ImportUndoProps) {
  return (
    <details data-undo="">
      <summary className="cursor-pointer">{words.title}</summary>
      <form action={undo} className="mt-2 grid justify-items-start gap-2">
        <p>{effect}</p>
        <button type="submit" className="button-quiet">
          {words.submit}
        </button>
        <Note>{words.note}</Note>
      </form>
    </details>
  );
}
