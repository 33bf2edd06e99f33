import { TableFrame } from "@/components/ui/table-frame";
import { formatCount, formatInstant } from "@/lib/format";
import { CALENDAR } from "@/lib/strings/calendar";
import type { ShownEdition } from "./types";

type EditionTableProps = {
  readonly rows: readonly ShownEdition[];
  readonly zone: string;
  /** Whether the first row may be taken back. */
  readonly canUndo: boolean;
};

const { history: words } = CALENDAR;

/** Editions, newest first: who published what, and what it moved. */
export function EditionTable({ rows, zone, canUndo }: EditionTableProps) {
  return (
    <TableFrame label={words.caption}>
      <table className="ledger max-w-[1280px]">
        <caption className="sr-only">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.version}</th>
            <th scope="col" className="max-sm:hidden">
              {words.when}
            </th>
            <th scope="col" className="max-sm:hidden">
              {words.who}
            </th>
            <th scope="col">{words.what}</th>
            <th scope="col" className="num max-sm:hidden">
              {words.open}
            </th>
            <th scope="col" className="num max-sm:hidden">
              {words.finished}
            </th>
            <th scope="col" className="num max-sm:hidden">
              {words.verdicts}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <EditionRow
              key={row.version}
              row={row}
              zone={zone}
              isCurrent={index === 0}
              canUndo={canUndo && index === 0}
            />
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

type EditionRowProps = {
  readonly row: ShownEdition;
  readonly zone: string;
  readonly isCurrent: boolean;
  readonly canUndo: boolean;
};

function EditionRow({ row, zone, isCurrent, canUndo }: EditionRowProps) {
  const { version, createdAt, createdBy, note, restores, added, removed, moved } = row;
  const who = createdBy ?? (moved === null ? words.first : words.operator);
  return (
    <tr>
      <th scope="row" className="num !text-left">
        {version}
        {isCurrent && <span className="text-secondary max-sm:block"> {words.current}</span>}
      </th>
      <td className="whitespace-nowrap max-sm:hidden">{formatInstant(createdAt, zone)}</td>
      <td className="max-sm:hidden">{who}</td>
      <td>
        {restores === null ? words.changes(added, removed) : words.restores(restores)}
        {note !== "" && <span className="text-secondary"> · {note}</span>}
        <span className="block text-xs text-secondary sm:hidden">
          {formatInstant(createdAt, zone)}, {who}
          {moved !== null && `. ${words.moved(moved.open, moved.finished)}`}
        </span>
        {canUndo && (
          <div className="mt-0.5 print:hidden">
            <a href={`/calendar/preview?undo=${version}`}>{words.undo(version)}</a>
          </div>
        )}
      </td>
      <td className="num max-sm:hidden">{formatCount(moved?.open ?? null)}</td>
      <td className="num max-sm:hidden">{formatCount(moved?.finished ?? null)}</td>
      <td className="num max-sm:hidden">{formatCount(moved?.verdicts ?? null)}</td>
    </tr>
  );
}
