import Link from "next/link";
import { CALENDAR } from "@/lib/strings/calendar";

type YearLinksProps = { readonly year: number; readonly firstYear: number; readonly lastYear: number };

export function YearLinks({ year, firstYear, lastYear }: YearLinksProps) {
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
  return (
    <nav aria-label={CALENDAR.years} className="mt-4 flex flex-wrap gap-x-1 text-sm print:hidden">
      {years.map((one) =>
        one === year ? (
          <span key={one} aria-current="page" className="border-b-2 border-ink px-2 py-1 font-semibold">
            {one}
          </span>
        ) : (
          <Link key={one} href={`/calendar?year=${one}`} prefetch={false} className="px-2 py-1">
            {one}
          </Link>
        ),
      )}
    </nav>
  );
}
