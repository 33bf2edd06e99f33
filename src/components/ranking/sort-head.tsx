import Link from "next/link";
import type { RankingSort } from "@/lib/ranking-choice";

export type SortLinks = {
  readonly current: RankingSort;
  readonly isReversed: boolean;
  readonly hrefOf: (sort: RankingSort, isReversed: boolean) => string;
};

type SortHeadProps = {
  readonly sort: RankingSort | null;
  /** Null where the table keeps its order. */
  readonly links: SortLinks | null;
  readonly label: string;
  readonly className?: string;
  readonly rowSpan?: number;
};

/** Counts and rates begin with the most, ranks and names with the first. */
const ASCENDING: readonly RankingSort[] = ["rank", "fair", "name"];

/** A head that orders the table by its column; once more, the other way round. Works without JavaScript. */
export function SortHead({ sort, links, label, className, rowSpan }: SortHeadProps) {
  if (sort === null || links === null) {
    return (
      <th scope="col" rowSpan={rowSpan} className={className}>
        {label}
      </th>
    );
  }
  const isCurrent = links.current === sort;
  const isAscending = ASCENDING.includes(sort) !== links.isReversed;
  return (
    <th
      scope="col"
      rowSpan={rowSpan}
      className={className}
      aria-sort={isCurrent ? (isAscending ? "ascending" : "descending") : undefined}
    >
      <Link
        href={links.hrefOf(sort, isCurrent && !links.isReversed)}
        prefetch={false}
        className="text-inherit no-underline hover:underline"
      >
        {label}
        {isCurrent && <span aria-hidden> {isAscending ? "↑" : "↓"}</span>}
      </Link>
    </th>
  );
}
