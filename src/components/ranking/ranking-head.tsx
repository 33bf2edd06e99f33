import type { ColumnGroup, RankingColumns } from "@/lib/ranking-columns";
import type { FormulaId } from "@/lib/sla";
import { COMPLEMENT_NAMES, RATE_NAMES } from "@/lib/strings/common";
import { RANKING } from "@/lib/strings/ranking";
import { SortHead, type SortLinks } from "./sort-head";

type RankingHeadProps = {
  readonly columns: RankingColumns;
  readonly formula: FormulaId;
  readonly isFull: boolean;
  /** With the estimated rank, the trend and the evidence. */
  readonly isRead: boolean;
  readonly links: SortLinks | null;
};

const WIDE = "num max-sm:hidden";

/** Two rows: groups with a rule under them, and their columns. A phone sees only what it has room for. */
export function RankingHead({ columns, formula, isFull, isRead, links }: RankingHeadProps) {
  return (
    <thead>
      <tr>
        <SortHead rowSpan={2} className="num" sort="rank" links={links} label={RANKING.rank} />
        {isRead && (
          <SortHead
            rowSpan={2}
            className="num max-sm:hidden print:hidden"
            sort="fair"
            links={links}
            label={RANKING.fair}
          />
        )}
        <SortHead rowSpan={2} sort="name" links={links} label={RANKING.unit} />
        <GroupHeads groups={columns.before} />
        <SortHead rowSpan={2} className="num" sort="rate" links={links} label={RATE_NAMES[formula]} />
        {isFull && (
          <SortHead rowSpan={2} className={WIDE} sort={null} links={links} label={COMPLEMENT_NAMES[formula]} />
        )}
        <SortHead rowSpan={2} className={WIDE} sort="missing" links={links} label={RANKING.missing} />
        {isRead && (
          <SortHead
            rowSpan={2}
            className="max-sm:hidden print:hidden"
            sort="moved"
            links={links}
            label={RANKING.trend}
          />
        )}
        <GroupHeads groups={columns.after} />
        {isFull && <SortHead rowSpan={2} className={WIDE} sort="returned" links={links} label={RANKING.returned} />}
        <SortHead
          rowSpan={2}
          className="max-sm:hidden"
          sort={null}
          links={links}
          label={isRead ? RANKING.verdict : RANKING.target}
        />
      </tr>
      <tr>
        {[...columns.before, ...columns.after].flatMap((group) =>
          group.columns.map(({ measure, head }) => (
            <SortHead key={measure} className={WIDE} sort={measure} links={links} label={head} />
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
