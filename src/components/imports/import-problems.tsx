import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { TakeAway } from "@/components/ui/take-away";
import { TableFrame } from "@/components/ui/table-frame";
import { IMPORT_PAGES } from "@/lib/strings/import-pages";
import { formatCount, NOTHING } from "@/lib/format";

type ImportProblemsProps = {
  readonly batchId: number;
  readonly total: number;
  /** What the rejected rows are of that can be fetched with their own columns; null when they cannot. */
  readonly returned: "list" | "table" | null;
  readonly rows: readonly {
    readonly id: number;
    readonly row: number;
    readonly column: string | null;
    readonly dossierCode: string | null;
    readonly message: string;
  }[];
};

const { problems: words, returned: returnedWords } = IMPORT_PAGES;

/** The rows that are not taken, each with its place and what to do; the file of all of them to send on. */
export function ImportProblems({ batchId, total, returned, rows }: ImportProblemsProps) {
  if (total === 0) return null;
  return (
    <Section id="problems" title={words.title(total)}>
      <p className="mb-4 text-sm text-secondary">
        {words.first(rows.length, total)} ·{" "}
        <a href={`/api/imports/${batchId}/problems`} download className="underline">
          {words.download}
        </a>
      </p>
      {returned !== null && (
        <div className="mb-4">
          <a href={`/api/imports/${batchId}/returned`} download className="button-quiet">
            {returnedWords.link}
          </a>
          <Note>{returnedWords.notes[returned]}</Note>
        </div>
      )}
      <TakeAway kind="problems" params={new URLSearchParams({ batchId: String(batchId) })} />
      <TableFrame label={words.first(rows.length, total)}>
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col" className="num">
                {words.row}
              </th>
              <th scope="col">{words.column}</th>
              <th scope="col">{words.dossier}</th>
              <th scope="col">{words.message}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((problem) => (
              <tr key={problem.id}>
                <td className="num">{formatCount(problem.row)}</td>
                <td>{problem.column ?? words.wholeRow}</td>
                <td>{problem.dossierCode ?? NOTHING}</td>
                <td>{problem.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </Section>
  );
}
