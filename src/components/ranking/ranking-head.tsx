import type { FormulaId } from "@/lib/sla";
import { COMPLEMENT_NAMES, RATE_NAMES } from "@/lib/strings/common";
import { RANKING } from "@/lib/strings/ranking";
import type { ColumnGroup, RankingColumns } from "@/lib/ranking-columns";

type RankingHeadProps = {
  readonly columns: RankingColumns;
  readonly formula: FormulaId;
  readonly isFull: boolean;
};

/** Two rows: groups with a rule under them, and their columns. A phone sees only what it has room for. */
export function RankingHead({ columns, formula, isFull }: RankingHeadProps) {
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2} className="num">
          {RANKING.rank}
        </th>
        <th scope="col" rowSpan={2}>
          {RANKING.unit}
        </th>
        <GroupHeads groups={columns.before} />
        <th scope="col" rowSpan={2} className="num">
          {RATE_NAMES[formula]}
        </th>
        {isFull && (
          <th scope="col" rowSpan={2} className="num max-sm:hidden">
            {COMPLEMENT_NAMES[formula]}
          </th>
        )}
        <th scope="col" rowSpan={2} className="num max-sm:hidden">
          {RANKING.missing}
        </th>
        <GroupHeads groups={columns.after} />
        {isFull && (
          <th scope="col" rowSpan={2} className="num max-sm:hidden">
            {RANKING.returned}
          </th>
        )}
        <th scope="col" rowSpan={2} className="max-sm:hidden">
          {RANKING.verdict}
        </th>
      </tr>
      <tr>
        {[...columns.before, ...columns.after].flatMap((group) =>
          group.columns.map((column) => (
            <th key={column.measure} scope="col" className="num max-sm:hidden">
              {column.head}
            </th>
          )),
        )}
      </tr>
    </thead>
  );
}

function GroupHeads({ groups }: { readonly groups: readonly ColumnGroup[] }) {
  return groups.map((group) => (
    <th key={group.head} scope="colgroup" colSpan={group.columns.length} className="max-sm:hidden">
      {group.head}
    </th>
  ));
}
