import "server-only";
import type { Period } from "@/lib/period";
import { stepsFinding, TIME } from "@/lib/strings/unit-time";
import type { DataStatus } from "../queries/get-data-status";
import type { StepTime } from "../queries/get-step-times";
import { spreadCells } from "./build-time-report";
import { column } from "./column";
import type { Report } from "./report";
import { reportFrame } from "./report-frame";

type StepsInput = { readonly unitName: string; readonly period: Period; readonly steps: readonly StepTime[] };

/** Where the working days went, office by office, as a table to take away. */
export function buildStepsReport({ unitName, period, steps }: StepsInput, status: DataStatus): Report {
  const all = steps.reduce((sum, { used }) => sum + used.sum, 0);
  const [first] = steps;
  return {
    ...reportFrame({
      kind: "steps",
      title: first === undefined ? TIME.steps : stepsFinding(first.office, first.used.sum, all),
      unitName,
      period,
      formula: null,
      target: null,
      status,
    }),
    columns: [
      column("text", TIME.office),
      column("count", TIME.stepCount),
      column("count", TIME.median),
      column("count", TIME.ninth),
      column("count", TIME.sum),
      column("percent", TIME.share),
      column("count", TIME.over),
    ],
    rows: steps.map(({ office, used, over }) => [office, ...spreadCells(used, all), over]),
    rowCount: steps.length,
    sums: [],
    notes: [TIME.stepsNote],
  };
}
