import Link from "next/link";
import type { ReactNode } from "react";
import { ContextBar, type Freshness } from "@/components/layout/context-bar";
import { PageBody } from "@/components/layout/page-body";
import { ClassMark } from "@/components/ui/class-mark";
import { PageTitle } from "@/components/ui/page-title";
import type { DossierFilter } from "@/lib/filters";
import { formatDay } from "@/lib/format";
import { CHANNEL_NAMES, STATUS_NAMES } from "@/lib/strings/classes";
import { capitalise, documentTitle } from "@/lib/strings/common";
import { DOSSIERS } from "@/lib/strings/dossiers";
import { EXPLANATION, verdictText } from "@/lib/strings/explanation";
import { describePeriod } from "@/lib/strings/periods";
import { dossierAnchor } from "./dossier-anchor";
import { DossierArithmetic } from "./dossier-arithmetic";
import { dossierHref } from "./dossier-href";
import { DossierSteps } from "./dossier-steps";
import { type NamedUnit, drillPath } from "./drill-path";
import { LifeTimeline } from "./life/life-timeline";
import type { ShownDossier } from "./types";

export type DossierPageProps = {
  readonly dossier: ShownDossier;
  readonly ancestors: readonly NamedUnit[];
  /** The list it was found in, or all that its unit had to handle. */
  readonly list: DossierFilter;
  /** The reader came from that list. */
  readonly isFromList: boolean;
  readonly canSeeImports: boolean;
  readonly status: Freshness;
};

/** One dossier: its life to scale, the verdict, and why. */
export function DossierPage({ dossier, ancestors, list, isFromList, canSeeImports, status }: DossierPageProps) {
  const { explanation, facts } = dossier;
  return (
    <>
      <title>{documentTitle(dossier.code)}</title>
      <ContextBar
        path={[
          ...drillPath(
            [...ancestors, { id: dossier.unitId, name: dossier.unitName }],
            {
              ...list,
              unitId: dossier.unitId,
              restOf: null,
              fieldId: dossier.fieldId,
              procedureId: dossier.procedureId,
            },
            { field: dossier.fieldName, procedure: dossier.procedureName },
          ),
          { name: dossier.code, href: null },
        ]}
        view={isFromList ? [capitalise(describePeriod({ from: list.from, to: list.to }))] : []}
        status={status}
      />
      <PageBody>
        {isFromList && (
          <p className="mb-2 text-sm print:hidden">
            {/* No client-side step: a browser marks the target of its own steps only. */}
            <a href={`${dossierHref(list)}#${dossierAnchor(dossier.id)}`}>
              ← {DOSSIERS.backToList(list.measure, list.page)}
            </a>
          </p>
        )}
        <PageTitle
          title={verdictText(explanation, facts.finishedOn)}
          label={`${dossier.code} · ${dossier.procedureName}`}
        />
        {explanation.class !== null && (
          <p className="mt-2 text-sm">
            <ClassMark value={explanation.class} />
          </p>
        )}
        <div className="mt-6 grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,34rem)_minmax(0,40rem)] print:block">
          <section aria-labelledby="life">
            <h2 id="life" className="text-xl font-semibold">
              {EXPLANATION.life}
            </h2>
            <LifeTimeline explanation={explanation} />
          </section>
          <div className="min-w-0">
            <h2 className="mb-1 text-xl font-semibold">{EXPLANATION.arithmetic}</h2>
            <DossierArithmetic explanation={explanation} timeLimit={dossier.timeLimit} />
            {dossier.delay !== null && <DossierSteps delay={dossier.delay} />}
            <h2 className="mt-10 mb-1 text-xl font-semibold">{EXPLANATION.facts}</h2>
            <Facts dossier={dossier} canSeeImports={canSeeImports} />
          </div>
        </div>
      </PageBody>
    </>
  );
}

function Facts({ dossier, canSeeImports }: { dossier: ShownDossier; canSeeImports: boolean }) {
  const batch = EXPLANATION.batch(dossier.batchId);
  return (
    <dl className="grid grid-cols-[10rem_1fr] text-sm leading-[1.3] max-sm:grid-cols-1">
      <Fact term={EXPLANATION.procedure}>
        {dossier.procedureName} <span className="text-secondary">({dossier.procedureCode})</span>
      </Fact>
      <Fact term={EXPLANATION.field}>{dossier.fieldName}</Fact>
      <Fact term={EXPLANATION.unit}>{dossier.unitName}</Fact>
      <Fact term={EXPLANATION.receivingUnit}>{dossier.receivingUnitName}</Fact>
      {dossier.officer !== null && <Fact term={EXPLANATION.officer}>{dossier.officer}</Fact>}
      <Fact term={EXPLANATION.channel}>{CHANNEL_NAMES[dossier.channel]}</Fact>
      <Fact term={EXPLANATION.status}>{STATUS_NAMES[dossier.status]}</Fact>
      {dossier.extendedDueOn !== null && <Fact term={EXPLANATION.extended}>{formatDay(dossier.extendedDueOn)}</Fact>}
      {dossier.handedOverOn !== null && <Fact term={EXPLANATION.handedOver}>{formatDay(dossier.handedOverOn)}</Fact>}
      <Fact term={EXPLANATION.origin}>
        {dossier.sourceName}, {dossier.fileName},{" "}
        {canSeeImports ? (
          <Link href={`/imports/${dossier.batchId}`} prefetch={false}>
            {batch}
          </Link>
        ) : (
          batch
        )}
      </Fact>
    </dl>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="border-rule py-1 text-secondary sm:border-b">{term}</dt>
      <dd className="border-b border-rule py-1 sm:pl-2">{children}</dd>
    </>
  );
}
