import { Note } from "@/components/ui/note";
import { TableFrame } from "@/components/ui/table-frame";
import { FORMULA_TEXTS } from "@/lib/strings/common";
import { describePeriod } from "@/lib/strings/periods";
import { fairNote, IDENTITY_NOTE, RANKING, restName, stocksNote, totalName } from "@/lib/strings/ranking";
import { columnsFor, SHORT_COLUMNS } from "@/lib/ranking-columns";
import { RankingHead } from "./ranking-head";
import { RankingRow } from "./ranking-row";
import type { SortLinks } from "./sort-head";
import type { RankingReadings, ShownRanking, ShownRankingRow } from "./types";

type RankingTableProps = {
  readonly ranking: ShownRanking;
  /** A short one shows only what the rate is made of. */
  readonly isShort?: boolean;
  /** The rows to show, in their order; all of them when absent. */
  readonly shown?: readonly ShownRankingRow[];
  readonly readings?: RankingReadings | null;
  readonly links?: SortLinks | null;
};

/** The units of a level, ranked, and what the unit holds beside them: rows + rest = total. */
export function RankingTable({ ranking, isShort = false, shown, readings = null, links = null }: RankingTableProps) {
  const { unit, level, rows, rest, total, formula } = ranking;
  const columns = isShort ? SHORT_COLUMNS : columnsFor(total.tally, formula);
  const ties = tiedRanks(rows);
  const caption = RANKING.caption(unit.name, describePeriod(ranking.period));
  return (
    <>
      <TableFrame label={caption}>
        <table className={`ledger ${isShort ? "sm:max-w-3xl" : ""}`}>
          <caption className="sr-only">{caption}</caption>
          <RankingHead columns={columns} formula={formula} isFull={!isShort} isRead={readings !== null} links={links} />
          <tbody>
            {(shown ?? rows).map((row) => (
              <RankingRow
                key={row.unitId}
                kind="unit"
                row={row}
                name={row.name ?? ""}
                isTied={row.rank !== null && ties.has(row.rank)}
                columns={columns}
                ranking={ranking}
                isFull={!isShort}
                readings={readings}
              />
            ))}
          </tbody>
          <tfoot>
            {rest !== null && (
              <RankingRow
                kind="rest"
                row={rest}
                name={restName(unit.level, level)}
                columns={columns}
                ranking={ranking}
                isFull={!isShort}
                readings={readings}
              />
            )}
            <RankingRow
              kind="total"
              row={total}
              name={totalName(unit.name)}
              columns={columns}
              ranking={ranking}
              isFull={!isShort}
              readings={readings}
            />
          </tfoot>
        </table>
      </TableFrame>
      <Note>{FORMULA_TEXTS[formula]}</Note>
      {!isShort && (
        <Note>
          {stocksNote(ranking.asOf)} {IDENTITY_NOTE}
        </Note>
      )}
      {readings !== null && <Note>{fairNote(describePeriod(readings.previous))}</Note>}
    </>
  );
}

function tiedRanks(rows: readonly ShownRankingRow[]): ReadonlySet<number> {
  const seen = new Set<number>();
  const tied = new Set<number>();
  for (const { rank } of rows) {
    if (rank === null) continue;
    if (seen.has(rank)) tied.add(rank);
    seen.add(rank);
  }
  return tied;
}
