import Link from "next/link";
import type { ReactNode } from "react";
import { dossierHref } from "@/components/dossiers/dossier-href";
import { PageBody } from "@/components/layout/page-body";
import { PageTitle } from "@/components/ui/page-title";
import { Section } from "@/components/ui/section";
import { formatDay } from "@/lib/format";
import { addDays, type CalendarDay } from "@/lib/sla";
import { COMMON, documentTitle } from "@/lib/strings/common";
import { SEARCH } from "@/lib/strings/search";

export type SearchPageProps = {
  /** As it was typed. */
  readonly text: string;
  /** The unit of whom asks: procedures lead to its dossiers. */
  readonly ownUnitId: number;
  readonly most: number;
  readonly found: {
    readonly units: readonly {
      readonly id: number;
      readonly name: string;
      readonly parentName: string | null;
      readonly validUntil: CalendarDay | null;
    }[];
    readonly procedures: readonly { id: number; code: string; name: string; fieldName: string }[];
    readonly dossiers: readonly {
      id: number;
      code: string;
      unitName: string;
      procedureName: string;
      receivedOn: CalendarDay;
    }[];
    readonly hasMore: boolean;
  };
};

/** What a text names, in scope: each result a line, each line a link. */
export function SearchPage({ text, ownUnitId, most, found }: SearchPageProps) {
  const { units, procedures, dossiers, hasMore } = found;
  const count = units.length + procedures.length + dossiers.length;
  const title = text === "" ? SEARCH.label : count === 0 ? SEARCH.nothing(text) : SEARCH.found(count, text);
  return (
    <PageBody>
      <title>{documentTitle(SEARCH.title)}</title>
      <PageTitle title={title} />
      <form action="/search" className="mt-4 flex flex-wrap items-end gap-x-4 gap-y-2">
        <label className="grid min-w-0 gap-0.5 text-sm text-secondary max-sm:w-full">
          {SEARCH.label}
          <input type="search" name="q" defaultValue={text} maxLength={100} className="field sm:w-96" />
        </label>
        <button type="submit" className="button text-sm">
          {COMMON.show}
        </button>
      </form>
      <p className="mt-2 text-xs text-secondary">
        {SEARCH.hint} {hasMore && SEARCH.first(most)}
      </p>
      <Results id="units" title={SEARCH.units} count={units.length}>
        {units.map(({ id, name, parentName, validUntil }) => (
          <Result key={id} href={`/units/${id}`} name={name}>
            {[parentName, validUntil === null ? null : SEARCH.ended(addDays(validUntil, -1))]
              .filter((part) => part !== null)
              .join(" · ")}
          </Result>
        ))}
      </Results>
      <Results id="procedures" title={SEARCH.procedures} count={procedures.length}>
        {procedures.map(({ id, code, name, fieldName }) => (
          <Result key={id} href={dossierHref({ unitId: ownUnitId, procedureId: id })} name={name}>
            {`${code} · ${fieldName}`}
          </Result>
        ))}
      </Results>
      <Results id="dossiers" title={SEARCH.dossiers} count={dossiers.length}>
        {dossiers.map(({ id, code, unitName, procedureName, receivedOn }) => (
          <Result key={id} href={`/dossiers/${id}`} name={code}>
            {`${procedureName} · ${unitName} · ${formatDay(receivedOn)}`}
          </Result>
        ))}
      </Results>
    </PageBody>
  );
}

type ResultsProps = {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  readonly children: ReactNode;
};

function Results({ id, title, count, children }: ResultsProps) {
  if (count === 0) return null;
  return (
    <Section id={id} title={title}>
      <ul aria-labelledby={id} className="max-w-4xl border-t border-ink text-sm">
        {children}
      </ul>
    </Section>
  );
}

function Result({
  href,
  name,
  children,
}: {
  readonly href: string;
  readonly name: string;
  readonly children: ReactNode;
}) {
  return (
    <li className="border-b border-rule py-1">
      <Link href={href} prefetch={false} className="underline">
        {name}
      </Link>
      {children !== "" && <span className="text-secondary"> · {children}</span>}
    </li>
  );
}
