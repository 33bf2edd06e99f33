import "server-only";
import type { TargetRule } from "@/lib/sla";
import { FORECAST, forecastFinding, riskyFinding } from "@/lib/strings/unit-forecast";
import type { DataStatus } from "../queries/get-data-status";
import type { UnitForecast } from "../queries/get-month-forecast";
import { column } from "./column";
import type { Report } from "./report";
import { reportFrame } from "./report-frame";

type ForecastInput = {
  readonly unitName: string;
  readonly target: TargetRule;
  readonly forecast: UnitForecast;
  /** Months of experience it rests on. */
  readonly experience: number;
};

const BP_PER_PERCENT = 100;

/** The open dossiers on which a month's forecast hangs, as a table to take away. */
export function buildForecastReport(
  { unitName, target, forecast, experience }: ForecastInput,
  status: DataStatus,
): Report {
  const { month, rate, risky, open, asOf } = forecast;
  return {
    ...reportFrame({
      kind: "forecast",
      title: forecastFinding(unitName, month, rate, target, asOf),
      unitName,
      period: month,
      formula: null,
      target,
      status,
      further: [FORECAST.label(month, asOf), riskyFinding(risky.length, open)],
    }),
    columns: [
      column("text", FORECAST.code),
      column("text", FORECAST.procedure),
      column("text", FORECAST.unit),
      column("day", FORECAST.due),
      column("percent", FORECAST.probability),
    ],
    rows: risky.map(({ code, procedureName, unitName: handler, dueOn, probability }) => [
      code,
      procedureName,
      handler,
      dueOn,
      // In whole percents: an estimate knows no more.
      Math.round(probability * BP_PER_PERCENT) * BP_PER_PERCENT,
    ]),
    rowCount: risky.length,
    sums: [],
    notes: [FORECAST.note(experience, month), FORECAST.riskyNote],
  };
}
