import Link from "next/link";
import type { ReactNode } from "react";
import { Note } from "@/components/ui/note";
import { PageTitle } from "@/components/ui/page-title";
import { Section } from "@/components/ui/section";
import { TableFrame } from "@/components/ui/table-frame";
import { TakeAway } from "@/components/ui/take-away";
import { formatCount, formatDay, formatInstant } from "@/lib/format";
import { formatBytes } from "@/lib/format-bytes";
import type { CalendarDay } from "@/lib/sla";
import type { ReadingNote } from "@/lib/reading-note";
import { IMPORT_PAGES } from "@/lib/strings/import-pages";
import { AGGREGATES } from "@/lib/strings/aggregates";
import { IMPORT_MAPPING } from "@/lib/strings/import-mapping";
import { TABLE_MAPPING } from "@/lib/strings/table-mapping";
import { ImportDecision } from "./import-decision";
import { ImportRetry } from "./import-retry";
import { ImportRunning } from "./import-running";
import { ImportUndo } from "./import-undo";
import { readingFacts } from "./reading-facts";
import { type ImportState, ImportStateLabel, isCounted } from "./import-state-label";

type Batch = {
  readonly id: number;
  readonly fileName: string;
  readonly fileBytes: number;
  readonly sourceName: string;
  readonly asOf: CalendarDay;
  readonly createdBy: string | null;
  readonly createdAt: string;
  readonly state: ImportState;
  readonly rowsRead: number;
  readonly rowsTotal: number | null;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly reading: ReadingNote | null;
  /** The import that has its turn before this one, while it waits. */
  readonly waitsFor: { readonly id: number; readonly fileName: string } | null;
  /** It is the newest of its source, and what it overwrote is kept. */
  readonly canUndo: boolean;
  /** What was uploaded is still there. */
  readonly hasFile: boolean;
};

type ImportBatchProps = {
  readonly batch: Batch;
  readonly zone: string;
  /** Why it failed, or why the last button did nothing; null when all is well. */
  readonly message: string | null;
  readonly confirm: () => Promise<void>;
  readonly cancel: () => Promise<void>;
  readonly undo: () => Promise<void>;
  /** Previews it anew; null where that is not what is missing. */
  readonly again: (() => Promise<void>) | null;
  /** What to look at before deciding. */
  readonly warnings: ReactNode;
  /** What a clerk can explain of it: its columns, its names; null when all is understood. */
  readonly explain: "columns" | "table" | "names" | null;
  /** What it would do, and the problems found in it. */
  readonly children: ReactNode;
};

const { batch: words, counts, list } = IMPORT_PAGES;
const COUNTS = ["rowsRead", "inserted", "updated", "unchanged", "rejected"] as const;

const EXPLAIN = {
  columns: { link: IMPORT_MAPPING.link, href: (id: number) => `/imports/${id}/mapping` },
  table: { link: TABLE_MAPPING.link, href: (id: number) => `/imports/${id}/mapping?kind=table` },
  names: { link: IMPORT_MAPPING.namesLink, href: (id: number) => `/imports/${id}/mapping` },
} as const;

function headingOf({ state, inserted, updated, reading }: Batch): string {
  if (reading?.aggregate && (state === "previewed" || state === "applied")) {
    return AGGREGATES.import.headings[state](inserted + updated);
  }
  switch (state) {
    case "previewed":
      return words.headings.previewed(inserted, updated);
    case "applied":
      return words.headings.applied(inserted, updated);
    case "uploaded":
    case "previewing":
    case "applying":
    case "failed":
    case "cancelled":
    case "undone":
    case "waiting":
      return words.headings[state];
  }
}

function undoEffectOf({ inserted, updated, reading }: Batch): string {
  return (reading?.aggregate ? AGGREGATES.import.undo : IMPORT_PAGES.undo.effect)(inserted, updated);
}

function isRunning(state: ImportState): boolean {
  return state === "uploaded" || state === "waiting" || state === "previewing" || state === "applying";
}

/** One file on its way into the figures: what it would change, what it changed, and what was not taken. */
export function ImportBatch(props: ImportBatchProps) {
  const { batch, zone, message, confirm, cancel, undo, again, warnings, explain, children } = props;
  const running = isRunning(batch.state);
  const facts: readonly (readonly [string, string])[] = [
    [list.file, `${batch.fileName} (${formatBytes(batch.fileBytes)})`],
    [list.source, batch.sourceName],
    [list.asOf, formatDay(batch.asOf)],
    [list.who, batch.createdBy ?? list.operator],
    [list.when, formatInstant(batch.createdAt, zone)],
    ...readingFacts(batch.reading),
  ];
  return (
    <div className="grid gap-6">
      <div>
        <PageTitle title={headingOf(batch)} />
        <p className="mt-1 text-secondary">
          {words.number(batch.id)} · <ImportStateLabel state={batch.state} />
        </p>
      </div>
      {message !== null && (
        <p role="alert" className="font-semibold text-overdue">
          {message}
        </p>
      )}
      {batch.state === "failed" && batch.hasFile && <ImportRetry again={again} drop={cancel} />}
      {explain !== null && (
        <p>
          <Link href={EXPLAIN[explain].href(batch.id)} className={explain === "names" ? "underline" : "button"}>
            {EXPLAIN[explain].link}
          </Link>
        </p>
      )}
      {running && <ImportRunning batch={batch} cancel={cancel} />}
      {isCounted(batch.state) && (
        <TableFrame label={words.countsCaption}>
          <TakeAway kind="counts" params={new URLSearchParams({ batchId: String(batch.id) })} />
          <table className="ledger max-w-xl max-sm:[&_:is(th,td)]:px-1 max-sm:[&_th]:whitespace-normal">
            <thead>
              <tr>
                {COUNTS.map((name) => (
                  <th key={name} scope="col" className="num">
                    {counts[name]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <tr>
                {COUNTS.map((name) => (
                  <td key={name} className="num" data-count={name}>
                    {formatCount(batch[name])}
                  </td>
                ))}
              </tr>
            </tbody>
          </table>
          <Note>{words.identity}</Note>
        </TableFrame>
      )}
      {warnings}
      {batch.state === "previewed" && (
        <ImportDecision
          changes={batch.inserted + batch.updated}
          rejected={batch.rejected}
          confirm={confirm}
          cancel={cancel}
        />
      )}
      {children}
      {batch.canUndo && <ImportUndo effect={undoEffectOf(batch)} undo={undo} />}
      <Section id="facts" title={words.facts}>
        <dl className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[auto_1fr]">
          {facts.map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-secondary">{name}</dt>
              <dd className="mb-2 sm:mb-0">{value}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <p>
        <Link href="/imports">{words.back}</Link>
        {batch.state === "applied" && (
          <>
            {" · "}
            <Link href="/ranking">{words.toRanking}</Link>
          </>
        )}
      </p>
    </div>
  );
}
