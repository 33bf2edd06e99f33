import Link from "next/link";
import { dossierHref } from "@/components/dossiers/dossier-href";
import { CountLink } from "@/components/ui/count-link";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { TakeAway } from "@/components/ui/take-away";
import { viewToParams } from "@/lib/filters";
import { NOTHING } from "@/lib/format";
import type { Spread } from "@/lib/insight/spread";
import {
  PROMISE_CHECKS,
  PROMISE_NAMES,
  partsFinding,
  promiseFinding,
  TIME,
  timeFinding,
} from "@/lib/strings/unit-time";
import { type ShownSteps, StepTable } from "./step-table";
import { type TimeParts, TimeTable } from "./time-table";
import { UnitFrame, type UnitFrameProps } from "./unit-frame";
import { unitParams } from "./unit-href";

export type TimePageProps = {
  readonly frame: UnitFrameProps;
  readonly time: TimeParts & { readonly total: Spread };
  readonly steps: ShownSteps;
  /** Null where no source tells what the check needs. */
  readonly promises: Readonly<Record<(typeof PROMISE_CHECKS)[number], number | null>>;
};

/** Where the time of a unit's dossiers goes: over all, by step, and what was promised against what the law allows. */
export function TimePage({ frame, time, steps, promises }: TimePageProps) {
  const { unit, view } = frame;
  const params = unitParams(unit.id, view);
  return (
    <UnitFrame frame={frame} part="time" title={timeFinding(unit.name, time.total)}>
      <Section id="time" title={time.total.count === 0 ? TIME.parts : partsFinding(time.working.sum, time.total.sum)}>
        {time.total.count === 0 ? (
          <p>{TIME.none}</p>
        ) : (
          <>
            <TakeAway kind="time" params={params} canPrint />
            <TimeTable unitId={unit.id} view={view} time={time} />
          </>
        )}
      </Section>
      {time.total.count > 0 && (
        <StepTable unitId={unit.id} view={view} steps={steps} resolved={time.total.count} params={params} />
      )}
      <Section id="promises" title={promiseFinding(promises.promiseLonger, promises.promiseShorter)}>
        <TakeAway kind="quality" params={viewToParams({ unit: unit.code, from: view.from, to: view.to })} />
        <table className="ledger max-w-xl">
          <caption className="sr-only">{TIME.promise}</caption>
          <thead>
            <tr>
              <th scope="col">{TIME.sign}</th>
              <th scope="col" className="num">
                {TIME.dossiers}
              </th>
            </tr>
          </thead>
          <tbody>
            {PROMISE_CHECKS.map((check) => {
              const count = promises[check];
              return (
                <tr key={check}>
                  <th scope="row">{PROMISE_NAMES[check]}</th>
                  <td className="num">
                    {count === null ? (
                      NOTHING
                    ) : (
                      <CountLink count={count} href={dossierHref({ unitId: unit.id, ...view, measure: check })} />
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
        <Note>
          {TIME.promiseNote} {PROMISE_CHECKS.some((check) => promises[check] === null) && `${NOTHING}: ${TIME.notTold}`}
        </Note>
        <p className="mt-2 text-sm print:hidden">
          <Link href={`/quality?${viewToParams({ unit: unit.code, from: view.from, to: view.to })}`} prefetch={false}>
            {TIME.allSigns}
          </Link>
        </p>
      </Section>
    </UnitFrame>
  );
}
