import { writeFile } from "node:fs/promises";
import type { DayGrid } from "./day-grid";
import { realiseSteps } from "./realise-steps";
import type { CodedDossier, DemoStep, Moment } from "./types";

/** One record of the national portal's progress service. */
export type ProgressRecord = {
  readonly MaHoSo: string;
  readonly NguoiXuLy: string;
  readonly PhongBanXuLy: string;
  readonly ThoiDiemXuLy: string;
  readonly NgayBatDau?: string;
  readonly NgayKetThucTheoQuyDinh: string;
};

/** The progress of those dossiers whose steps are told, in their order. */
export function progressOf(grid: DayGrid, dossiers: readonly CodedDossier[], asOfDay: string): ProgressRecord[] {
  const asOf = grid.toDay(asOfDay);
  return dossiers.flatMap((dossier) =>
    realiseSteps(grid, dossier, asOf).map((step) => toRecord(grid, dossier.code, step)),
  );
}

function toRecord(grid: DayGrid, code: string, { office, officer, begun, ended, dueDay }: DemoStep): ProgressRecord {
  return {
    MaHoSo: code,
    NguoiXuLy: officer,
    PhongBanXuLy: office,
    ThoiDiemXuLy: momentText(grid, ended ?? begun),
    // A step that still lasts has only begun.
    ...(ended !== null && { NgayBatDau: momentText(grid, begun) }),
    NgayKetThucTheoQuyDinh: grid.toText(dueDay).replaceAll("-", ""),
  };
}

/** "20200302083000" */
function momentText(grid: DayGrid, { day, minute }: Moment): string {
  const part = (value: number): string => String(value).padStart(2, "0");
  return `${grid.toText(day).replaceAll("-", "")}${part(Math.floor(minute / 60))}${part(minute % 60)}00`;
}

/** Writes the records as the service sends them, a record a line; `notice` stands where the sender would. */
export async function writeProgressFile(
  path: string,
  notice: string,
  records: readonly ProgressRecord[],
): Promise<void> {
  const lines = records.map((record) => JSON.stringify(record)).join(",\n");
  const sender = JSON.stringify({ madonvi: notice, service: "CapNhatTienDoHoSoMC", isUpdating: false }).slice(0, -1);
  await writeFile(path, `${sender},"data":[\n${lines}\n]}\n`);
}
