import "server-only";
import type { CalendarDay } from "@/lib/sla";
import type { ProblemCode, ProblemDetails } from "@/lib/strings/imports";
import type { Lookups } from "../load-lookups";
import { parseMomentCell } from "../parse-moment";
import { readRow } from "../read-row";
import type { RowProblem } from "../row-problem";
import type { ToldDossier } from "../row-source";
import { parseStatus } from "../words";
import { asText } from "./as-text";
import { ONE_UNIT_HEADER, PORTAL_HEADER, portalCells } from "./portal-header";
import { mergeToldPauses, readSupplements } from "./portal-pauses";
import { type PortalDossier, portalDossierSchema } from "./portal-schema";
import { recordProblem } from "./record-problem";

export type PortalContext = {
  readonly lookups: Lookups;
  /** Last day the records speak for: what happened cannot be later. */
  readonly asOfOn: CalendarDay;
};

/** HinhThuc, the older of the two fields for the channel: 1 is online. */
const ONLINE_FORM = "1";
const ONLINE = "2";
const UNDATED_STOPS = ["awaitingPayment", "stopped"];

/** Reads one record of `DongBoHoSoMC`: a dossier with its pauses, or every problem that stands in its way. */
export function readPortalDossier(
  record: unknown,
  rowNumber: number,
  { lookups, asOfOn }: PortalContext,
): ToldDossier | readonly RowProblem[] {
  const parsed = portalDossierSchema.safeParse(record);
  if (!parsed.success) return [recordProblem(record, rowNumber, parsed.error)];
  const told = parsed.data;
  const problems: RowProblem[] = [];
  const report = (field: string, code: ProblemCode, details: ProblemDetails): void => {
    problems.push({ rowNumber, columnName: field, code, dossierCode: asText(told.MaHoSo).slice(0, 100), details });
  };
  const status = parseStatus(asText(told.TrangThaiHoSo));
  const received = receivedText(told, status);
  const requests = readSupplements(
    told.DanhSachHoSoBoSung ?? [],
    {
      receivedOn: parseMomentCell(received)?.on ?? null,
      finishedOn: parseMomentCell(asText(told.NgayKetThucXuLy))?.on ?? null,
      isAwaiting: status === "awaitingSupplement",
      asOfOn,
    },
    report,
  );
  const pauseFrom = presentPause(
    told,
    status,
    requests.at(-1)?.until === null ? requests.at(-1)?.from : undefined,
    asOfOn,
  );
  const unit = asText(told.DonViXuLy);
  const receivingUnit = asText(told.DonViTiepNhan);
  const cells = portalCells({
    code: asText(told.MaHoSo),
    receivingUnit: receivingUnit || unit,
    unit: receivingUnit === "" ? "" : unit,
    procedureCode: asText(told.MaTTHC),
    procedureName: asText(told.TenTTHC),
    status: asText(told.TrangThaiHoSo),
    channel: asText(told.KenhThucHien) || (asText(told.HinhThuc) === ONLINE_FORM ? ONLINE : ""),
    received,
    due: asText(told.NgayHenTra),
    finished: asText(told.NgayKetThucXuLy),
    handedOver: asText(told.NgayTra),
    officer: asText(told.NguoiXuLy),
    pauseFrom,
  });
  const header = receivingUnit === "" ? ONE_UNIT_HEADER : PORTAL_HEADER;
  const draft = readRow({ rowNumber, cells }, { header, lookups, asOfOn });
  if (Array.isArray(draft)) return [...draft, ...problems];
  if (problems.length > 0) return problems;
  return { draft, pauses: (known) => mergeToldPauses(known, requests, draft, asOfOn) };
}

/** Who only applied, or was turned away, was never received: the day of the application stands for it. */
function receivedText(told: PortalDossier, status: string | null): string {
  const received = asText(told.NgayTiepNhan);
  return received === "" && (status === "registered" || status === "refused") ? asText(told.NgayNopHoSo) : received;
}

/** The day on which the present pause began, as a cell; empty when it is not paused, or nothing tells. */
function presentPause(
  told: PortalDossier,
  status: string | null,
  openRequest: CalendarDay | undefined,
  asOfOn: CalendarDay,
): string {
  if (status === "awaitingSupplement") return openRequest ?? asText(told.NgayTamDung);
  if (status === null || !UNDATED_STOPS.includes(status)) return "";
  return asText(told.NgayTamDung) || asOfOn;
}
