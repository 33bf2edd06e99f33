import { IMPORT_LOG } from "@/lib/strings/import-log";
import { IMPORT_PAGES } from "@/lib/strings/import-pages";
import { AutoRefresh } from "./auto-refresh";
import type { ImportState } from "./import-state-label";

type ImportRunningProps = {
  readonly batch: {
    readonly state: ImportState;
    readonly rowsRead: number;
    readonly rowsTotal: number | null;
    readonly waitsFor: { readonly id: number; readonly fileName: string } | null;
  };
  readonly cancel: () => Promise<void>;
};

const { batch: words } = IMPORT_PAGES;
const REFRESH_SECONDS = 2;

/** How far a file has come, or what it waits for, and the way out at any moment before it is written. */
export function ImportRunning({ batch, cancel }: ImportRunningProps) {
  const progress = words.progress(batch.rowsRead, batch.rowsTotal);
  return (
    <div className="grid justify-items-start gap-4">
      <div role="status" className="w-full">
        {batch.state === "waiting" ? (
          <p data-waits-for={batch.waitsFor?.id ?? ""}>{IMPORT_LOG.waitsFor(batch.waitsFor)}</p>
        ) : (
          <>
            <p>{progress}</p>
            <progress
              aria-label={progress}
              value={batch.rowsTotal === null ? undefined : batch.rowsRead}
              max={batch.rowsTotal ?? undefined}
              className="w-full max-w-xl"
            />
          </>
        )}
        <p>{words.waiting}</p>
      </div>
      <form action={cancel}>
        <button type="submit" className="button-quiet">
          {words.stop}
        </button>
      </form>
      <AutoRefresh seconds={REFRESH_SECONDS} />
    </div>
  );
}
