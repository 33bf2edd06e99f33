import Link from "next/link";
import { formatCount } from "@/lib/format";
import { NAV } from "@/lib/strings/nav";

type PaginationProps = {
  readonly page: number;
  readonly pageCount: number;
  readonly hrefOf: (page: number) => string;
};

/** First, last, and the pages around the one shown. */
function shownPages(page: number, pageCount: number): number[] {
  const near = [1, page - 1, page, page + 1, pageCount].filter((one) => one >= 1 && one <= pageCount);
  return [...new Set(near)];
}

export function Pagination({ page, pageCount, hrefOf }: PaginationProps) {
  if (pageCount <= 1) return null;
  const pages = shownPages(page, pageCount);
  return (
    <nav aria-label={NAV.pages} className="mt-4 flex flex-wrap items-baseline gap-x-1 text-sm print:hidden">
      {page > 1 && (
        <Link href={hrefOf(page - 1)} prefetch={false} rel="prev" className="mr-3 py-1">
          ← {NAV.previousPage}
        </Link>
      )}
      {pages.map((one, index) => (
        <span key={one}>
          {index > 0 && one - (pages[index - 1] ?? one) > 1 && <span className="px-1 text-secondary">…</span>}
          <PageStep page={one} isCurrent={one === page} href={hrefOf(one)} />
        </span>
      ))}
      {page < pageCount && (
        <Link href={hrefOf(page + 1)} prefetch={false} rel="next" className="ml-3 py-1">
          {NAV.nextPage} →
        </Link>
      )}
    </nav>
  );
}

function PageStep({ page, isCurrent, href }: { page: number; isCurrent: boolean; href: string }) {
  if (isCurrent) {
    return (
      <span aria-current="page" className="border-b-2 border-ink px-2 py-1 font-semibold">
        {formatCount(page)}
      </span>
    );
  }
  return (
    <Link href={href} prefetch={false} aria-label={NAV.page(page)} className="px-2 py-1">
      {formatCount(page)}
    </Link>
  );
}
