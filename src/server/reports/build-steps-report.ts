import "server-only";
import type { Period } from "@/lib/period";
import { stepsFinding, TIME } from "@/lib/strings/unit-time";
import type { DataStatus } from "../queries/get-data-status";
import type { StepSums, StepTimes } from "../queries/get-step-times";
import { spreadCells } from "./build-time-report";
import { column } from "./column";
import type { Report, ReportRow } from "./report";
import { reportFrame } from "./report-frame";

type StepsInput = { readonly unitName: string; readonly period: Period; readonly steps: StepTimes };

/** Where the working days went, office by office, as a table to take away. */
export function buildStepsReport({ unitName, period, steps }: StepsInput, status: DataStatus): Report {
  const { all, offices } = steps;
  const [first] = offices;
  const row = (name: string, { dossiers, used, over }: StepSums): ReportRow => {
    const [, ...spread] = spreadCells(used, all.used.sum);
    return [name, dossiers, over, ...spread];
  };
  return {
    ...reportFrame({
      kind: "steps",
      title: first === undefined ? TIME.steps : stepsFinding(first.office, first.used.sum, all.used.sum),
      unitName,
      period,
      formula: null,
      target: null,
      status,
    }),
    columns: [
      column("text", TIME.office),
      column("count", TIME.dossiers),
      column("count", TIME.over),
      column("count", TIME.median),
      column("count", TIME.ninth),
      column("count", TIME.sum),
      column("percent", TIME.share),
    ],
    rows: offices.map(({ office, ...sums }) => row(office, sums)),
    rowCount: offices.length,
    sums: first === undefined ? [] : [row(TIME.everywhere, all)],
    notes: [TIME.stepsNote],
  };
}
