import Link from "next/link";
import type { ResolvedView } from "@/components/filters/resolved-view";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { unitHref } from "@/components/units/unit-href";
import { lowUsageOf, middleVolume } from "@/lib/insight/low-usage";
import { received } from "@/lib/sla";
import { RANKING } from "@/lib/strings/ranking";
import type { ShownRankingRow } from "./types";

type UnitsApartProps = {
  readonly rows: readonly ShownRankingRow[];
  readonly untouched: readonly ShownRankingRow[];
  /** By unit id. */
  readonly expected: ReadonlyMap<number, number>;
  readonly view: ResolvedView;
};

/** Units that a ranking by rate says nothing of: without any dossier, and with strangely few. */
export function UnitsApart({ rows, untouched, expected, view }: UnitsApartProps) {
  const touched = rows.filter((row) => !untouched.includes(row));
  const volumeOf = (row: ShownRankingRow): number => received(row.tally);
  const low = lowUsageOf(touched, volumeOf, ({ unitId }) => expected.get(unitId ?? 0) ?? null);
  const middle = middleVolume(touched.map(volumeOf));
  const nameOf = (row: ShownRankingRow) =>
    row.unitId === null ? (
      row.name
    ) : (
      <Link href={unitHref(row.unitId, view)} prefetch={false} className="underline">
        {row.name}
      </Link>
    );
  return (
    <>
      {untouched.length > 0 && (
        <Section id="untouched" title={RANKING.untouched(untouched.length)}>
          <ul aria-labelledby="untouched" className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
            {untouched.map((row) => (
              <li key={row.unitId}>{nameOf(row)}</li>
            ))}
          </ul>
        </Section>
      )}
      {low.length > 0 && middle !== null && (
        <Section id="low-usage" title={RANKING.lowUsage(low.length)}>
          <ul aria-labelledby="low-usage" className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
            {low.map(({ item, received: count, expected: usual }) => (
              <li key={item.unitId}>
                {nameOf(item)} <span className="text-secondary">{RANKING.lowUsageRow(count, usual)}</span>
              </li>
            ))}
          </ul>
          <Note>{RANKING.lowUsageNote(middle)}</Note>
        </Section>
      )}
    </>
  );
}
