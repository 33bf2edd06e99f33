import "server-only";
import { type CalendarDay, type DossierStatus, type LocalMoment, makeMoment } from "@/lib/sla";
import type { ProblemCode, ProblemDetails } from "@/lib/strings/imports";
import { type Moment, parseMomentCell } from "../parse-moment";
import type { RowProblem } from "../row-problem";
import { parseStatus } from "../words";
import { asText } from "./as-text";
import { type PortalStep, portalStepSchema } from "./portal-schema";
import type { PortalContext } from "./read-portal-dossier";
import { recordProblem } from "./record-problem";

/** One step of a dossier, understood. */
export type StepDraft = {
  readonly rowNumber: number;
  readonly code: string;
  /** The moment the step is reported for; midnight when only its day is known. */
  readonly actedAt: LocalMoment;
  readonly officer: string;
  readonly office: string;
  /** The unit that the office's name stands for; null when it is none, or nobody can know which. */
  readonly unitId: number | null;
  readonly status: DossierStatus | null;
  readonly from: Moment;
  readonly dueOn: CalendarDay | null;
  readonly finished: Moment | null;
};

const LONGEST = 200;
const SHOWN = 60;

/** Reads one record of `CapNhatTienDoHoSoMC`: a step, or every problem that stands in its way. */
export function readPortalStep(
  record: unknown,
  rowNumber: number,
  { lookups, asOfOn }: PortalContext,
): StepDraft | readonly RowProblem[] {
  const parsed = portalStepSchema.safeParse(record);
  if (!parsed.success) return [recordProblem(record, rowNumber, parsed.error)];
  const told = parsed.data;
  const code = asText(told.MaHoSo);
  const problems: RowProblem[] = [];
  const report = (field: keyof PortalStep, problem: ProblemCode, details: ProblemDetails): void => {
    problems.push({ rowNumber, columnName: field, code: problem, dossierCode: code.slice(0, 100) || null, details });
  };
  const moment = (field: "ThoiDiemXuLy" | "NgayBatDau" | "NgayKetThucTheoQuyDinh", isPast: boolean): Moment | null => {
    const text = asText(told[field]);
    if (text === "") return null;
    const found = parseMomentCell(text);
    if (found === null) report(field, "badDate", { value: text.slice(0, SHOWN) });
    else if (isPast && found.on > asOfOn) report(field, "futureDate", { value: text.slice(0, SHOWN), other: asOfOn });
    return found;
  };
  const name = (field: "NguoiXuLy" | "PhongBanXuLy"): string => {
    const text = asText(told[field]);
    if (text.length > LONGEST) report(field, "tooLong", { value: text.slice(0, SHOWN) });
    return text;
  };
  if (code === "") report("MaHoSo", "missingCode", {});
  if (code.length > 100) report("MaHoSo", "tooLong", { value: code.slice(0, SHOWN) });
  const acted = moment("ThoiDiemXuLy", true);
  const begun = moment("NgayBatDau", true);
  const due = moment("NgayKetThucTheoQuyDinh", false);
  const officer = name("NguoiXuLy");
  const office = name("PhongBanXuLy");
  const word = asText(told.TrangThai);
  const status = word === "" ? null : parseStatus(word);
  if (word !== "" && status === null) report("TrangThai", "unknownStatus", { value: word.slice(0, SHOWN) });
  if (acted === null && asText(told.ThoiDiemXuLy) === "") report("ThoiDiemXuLy", "missingMoment", {});
  if (acted === null || problems.length > 0) return problems;
  // A step with a beginning of its own ended when it was acted on; without one it began then.
  const isEnded = begun !== null && startOf(begun) < startOf(acted);
  const from = isEnded ? begun : acted;
  return {
    rowNumber,
    code,
    actedAt: startOf(acted),
    officer,
    office,
    unitId: unitOf(office, from.on),
    status,
    from,
    dueOn: due?.on ?? null,
    finished: isEnded ? acted : null,
  };

  function unitOf(text: string, on: CalendarDay): number | null {
    if (text === "") return null;
    const valid = lookups.units(text).filter((unit) => unit.validFrom <= on && (unit.validUntil ?? "9999") > on);
    return valid.length === 1 ? (valid[0]?.id ?? null) : null;
  }
}

function startOf({ on, at }: Moment): LocalMoment {
  return at ?? makeMoment(on, 0);
}
