import "server-only";
import type { TargetRule } from "@/lib/sla";
import { FORECAST, forecastFinding } from "@/lib/strings/unit-forecast";
import type { DataStatus } from "../queries/get-data-status";
import type { UnitForecast } from "../queries/get-month-forecast";
import { column } from "./column";
import type { Report } from "./report";
import { reportFrame } from "./report-frame";

type OutlookInput = {
  readonly unitName: string;
  readonly target: TargetRule;
  readonly forecast: UnitForecast;
  /** Months of experience it rests on. */
  readonly experience: number;
};

const BP_PER_PERCENT = 100;

/** What of a month is decided and what is open, as a table to take away. */
export function buildOutlookReport(
  { unitName, target, forecast, experience }: OutlookInput,
  status: DataStatus,
): Report {
  const { month, met, missed, open, rate, asOf } = forecast;
  const rows = [
    [FORECAST.met, met],
    [FORECAST.missed, missed],
    [FORECAST.open, open],
    ...(rate === null ? [] : [[FORECAST.expectedLate, Math.round(rate.expectedLate)]]),
  ];
  return {
    ...reportFrame({
      kind: "outlook",
      title: forecastFinding(unitName, month, rate, target, asOf),
      unitName,
      period: month,
      formula: null,
      target,
      status,
      further: [FORECAST.label(month, asOf)],
    }),
    columns: [
      column("text", FORECAST.state),
      column("count", FORECAST.dossiers),
      ...(rate === null
        ? []
        : [
            column("percent", FORECAST.rate),
            { ...column("percent", FORECAST.low), group: FORECAST.interval },
            { ...column("percent", FORECAST.high), group: FORECAST.interval },
          ]),
    ],
    rows,
    rowCount: rows.length,
    sums: [
      [
        FORECAST.total,
        met + missed + open,
        ...(rate === null ? [] : [rate.share, rate.low, rate.high].map(wholePercent)),
      ],
    ],
    notes: [FORECAST.note(experience, month)],
  };
}

/** In hundredths of a percent, but whole: an estimate knows no more. */
function wholePercent(share: number): number {
  return Math.round(share * BP_PER_PERCENT) * BP_PER_PERCENT;
}
