import { IMPORT_PAGES } from "@/lib/strings/import-pages";

type ImportRetryProps = {
  /** Previews it anew; null where that would end the same. */
  readonly again: (() => Promise<void>) | null;
  readonly drop: () => Promise<void>;
};

const { batch: words } = IMPORT_PAGES;

/** What can be done with a file that was not taken: try it again, or throw it away. */
export function ImportRetry({ again, drop }: ImportRetryProps) {
  return (
    <div className="flex flex-wrap gap-4">
      {again !== null && (
        <form action={again}>
          <button type="submit" className="button">
            {words.again}
          </button>
        </form>
      )}
      <form action={drop}>
        <button type="submit" className="button-quiet">
          {words.drop}
        </button>
      </form>
    </div>
  );
}
