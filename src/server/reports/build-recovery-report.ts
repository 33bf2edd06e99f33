import "server-only";
import type { ConePoint, RecoveryPath, RunningRate } from "@/lib/insight/recovery-path";
import { displayBp, type TargetRule } from "@/lib/sla";
import { capitalise } from "@/lib/strings/common";
import { HOME, recoveryText } from "@/lib/strings/home";
import type { DataStatus } from "../queries/get-data-status";
import { column } from "./column";
import type { RatedView } from "./rated-view";
import type { Report } from "./report";
import { reportFrame } from "./report-frame";

type RecoveryInput = RatedView & { readonly path: RecoveryPath; readonly past: readonly RunningRate[] };

/** A share 0 … 1 as a pair of integers. */
const SHARE_OF = 1_000_000;

/** The running rate of a unit up to now, and what it can come to, as a table to take away. */
export function buildRecoveryReport({ path, past, ...view }: RecoveryInput, status: DataStatus): Report {
  const { target } = view;
  const ahead = path.cone.slice(1);
  return {
    ...reportFrame({ ...view, kind: "recovery", title: recoveryText(path, target), status }),
    columns: [
      column("day", HOME.monthEnd),
      column("percent", capitalise(HOME.best)),
      column("percent", capitalise(HOME.pace)),
      column("percent", capitalise(HOME.worst)),
    ],
    rows: [
      ...past.map(({ day, rate }) => [day, null, displayBp(rate, target), null]),
      ...ahead.map((point) => [point.day, ...aheadCells(point, target)]),
    ],
    rowCount: past.length + ahead.length,
    sums: [],
    notes: [HOME.recoveryNote],
  };
}

function aheadCells({ best, pace, worst }: ConePoint, target: TargetRule): (number | null)[] {
  return [best, pace, worst].map((share) => displayBp({ ok: Math.round(share * SHARE_OF), of: SHARE_OF }, target));
}
