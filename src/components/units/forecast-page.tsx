import Link from "next/link";
import { dossierHref } from "@/components/dossiers/dossier-href";
import { Section } from "@/components/ui/section";
import { TakeAway } from "@/components/ui/take-away";
import { shortUnitName } from "@/lib/strings/ranking";
import { dueFinding, FORECAST, forecastFinding } from "@/lib/strings/unit-forecast";
import { UNIT_PART_NAMES } from "@/lib/strings/unit-parts";
import { ForecastFigures, type ShownForecast } from "./forecast-figures";
import { RiskyTable, type ShownRisky } from "./risky-table";
import { UnitFrame, type UnitFrameProps } from "./unit-frame";
import { unitParams, unitPartHref } from "./unit-href";

export type ForecastPageProps = {
  readonly frame: UnitFrameProps;
  /** Why there is none, or what it says. */
  readonly forecast:
    | { readonly kind: "none"; readonly why: "past" | "noData" }
    | ({ readonly kind: "shown"; readonly risky: readonly ShownRisky[] } & ShownForecast);
};

/** What the month's end will bring, how sure that is, and which dossiers it hangs on. */
export function ForecastPage({ frame, forecast }: ForecastPageProps) {
  const { unit, view, status } = frame;
  if (forecast.kind === "none") {
    const { asOf } = status;
    return (
      <UnitFrame frame={frame} part="forecast" title={`${shortUnitName(unit.name)}: ${UNIT_PART_NAMES.forecast}`}>
        <p className="mt-6 max-w-[80ch]">{reasonOf(asOf)}</p>
        {forecast.why === "past" && asOf !== null && (
          <p className="mt-2">
            <Link href={unitPartHref(unit.id, "forecast", { ...view, to: asOf })} prefetch={false}>
              {FORECAST.newest}
            </Link>
          </p>
        )}
      </UnitFrame>
    );
  }
  const { month, rate, open, risky, asOf } = forecast;
  const inTime = { unitId: unit.id, ...view, measure: "inTime", sort: "lateChance" } as const;
  return (
    <UnitFrame
      frame={frame}
      part="forecast"
      title={forecastFinding(unit.name, month, rate, view.target, asOf)}
      label={FORECAST.label(month, asOf)}
    >
      <Section id="forecast" title={dueFinding(forecast)}>
        <TakeAway kind="outlook" params={unitParams(unit.id, view)} />
        <ForecastFigures forecast={forecast} target={view.target} />
      </Section>
      {open === 0 ? (
        <p className="mt-6 text-secondary">{FORECAST.noneOpen}</p>
      ) : (
        <>
          {risky.length > 0 && (
            <RiskyTable rows={risky} open={open} filter={inTime} params={unitParams(unit.id, view)} />
          )}
          <p className="mt-2 text-sm print:hidden">
            <Link href={dossierHref(inTime)} prefetch={false}>
              {FORECAST.allInTime}
            </Link>
          </p>
        </>
      )}
    </UnitFrame>
  );
}

function reasonOf(asOf: UnitFrameProps["status"]["asOf"]): string {
  return asOf === null ? FORECAST.noData : FORECAST.past(asOf);
}
