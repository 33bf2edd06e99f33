import "server-only";
import type { CalendarDay } from "@/lib/sla";
import type { ProblemCode, ProblemDetails } from "@/lib/strings/imports";
import { mergePause } from "../merge-pause";
import { parseMomentCell } from "../parse-moment";
import type { DossierDraft } from "../read-row";
import type { StoredPause } from "../stored-pause";
import { isPauseReason } from "../words";
import { asText } from "./as-text";
import type { PortalDossier } from "./portal-schema";

type Supplement = NonNullable<PortalDossier["DanhSachHoSoBoSung"]>[number];

/** Reports a field that does not do; the row is then not taken. */
export type Report = (field: string, code: ProblemCode, details: ProblemDetails) => void;

export type SupplementContext = {
  readonly receivedOn: CalendarDay | null;
  readonly finishedOn: CalendarDay | null;
  /** Status 5: the last request may still be open. */
  readonly isAwaiting: boolean;
  readonly asOfOn: CalendarDay;
};

const FIELD = "DanhSachHoSoBoSung";

/**
 * The pauses that the supplement requests of a record made, each with the day promised before and after it. A
 * request that was not answered lasts to the next one; the last one to the dossier's end, or on.
 */
export function readSupplements(
  supplements: readonly Supplement[],
  context: SupplementContext,
  report: Report,
): readonly StoredPause[] {
  const byFrom = new Map<CalendarDay, StoredPause>();
  for (const supplement of supplements) {
    const pause = readSupplement(supplement, context, report);
    if (pause === null) continue;
    const other = byFrom.get(pause.from);
    // Two requests of one day are one pause, as long as the longer of them.
    if (other === undefined || isLonger(pause, other)) byFrom.set(pause.from, pause);
  }
  const pauses = [...byFrom.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
  return pauses.map((pause, index) => endedBy(pause, pauses[index + 1]?.from ?? null, context, report));
}

function endedBy(
  pause: StoredPause,
  nextFrom: CalendarDay | null,
  { finishedOn, isAwaiting }: SupplementContext,
  report: Report,
): StoredPause {
  if (pause.until !== null) return pause;
  if (nextFrom !== null) return { ...pause, until: nextFrom };
  if (isAwaiting) return pause;
  if (finishedOn === null) {
    report(`${FIELD}.NgayTiepNhanBoSung`, "pauseWithoutEnd", {});
    return pause;
  }
  return { ...pause, until: finishedOn < pause.from ? pause.from : finishedOn };
}

function readSupplement(supplement: Supplement, context: SupplementContext, report: Report): StoredPause | null {
  const day = (name: keyof Supplement, isPast: boolean): CalendarDay | null => {
    const value = asText(supplement[name]);
    if (value === "") return null;
    const on = parseMomentCell(value)?.on ?? null;
    if (on === null) report(`${FIELD}.${name}`, "badDate", { value: value.slice(0, 60) });
    else if (isPast && on > context.asOfOn) report(`${FIELD}.${name}`, "futureDate", { value, other: context.asOfOn });
    return on;
  };
  const from = day("NgayBoSung", true);
  const until = day("NgayTiepNhanBoSung", true);
  const dueBefore = day("NgayHenTraTruoc", false);
  const dueAfter = day("NgayHenTraMoi", false);
  if (from === null) {
    if (asText(supplement.NgayBoSung) === "") report(`${FIELD}.NgayBoSung`, "pauseWithoutDay", {});
    return null;
  }
  if (context.receivedOn !== null && from < context.receivedOn) {
    report(`${FIELD}.NgayBoSung`, "pauseBeforeReceived", { value: from, other: context.receivedOn });
  }
  if (until !== null && until < from)
    report(`${FIELD}.NgayTiepNhanBoSung`, "pauseReversed", { value: until, other: from });
  return {
    from,
    until,
    reason: "awaitingSupplement",
    ...(dueBefore === null ? {} : { dueBefore }),
    ...(dueAfter === null ? {} : { dueAfter }),
  };
}

function isLonger(pause: StoredPause, other: StoredPause): boolean {
  return other.until !== null && (pause.until === null || pause.until > other.until);
}

/**
 * What is known of a dossier's pauses, with what its record tells. The record lists every supplement request, so
 * those known before and not listed are gone; of payments and stops it tells the present one only, without a
 * day: it goes on if it was known, and begins with the day the record speaks for if it was not.
 */
export function mergeToldPauses(
  known: readonly StoredPause[],
  requests: readonly StoredPause[],
  { status, pause }: Pick<DossierDraft, "status" | "pause">,
  asOfOn: CalendarDay,
): readonly StoredPause[] {
  const last = requests.at(-1) ?? null;
  const openRequest = last?.until === null ? last : null;
  const present = presentPause(known, openRequest, { status, pause }, asOfOn);
  const others = known.filter(({ reason, from }) => reason !== "awaitingSupplement" || from > asOfOn);
  const merged = new Map(requests.map((request) => [request.from, request]));
  for (const kept of mergePause(others, present, isPauseReason(status), asOfOn)) {
    if (kept === present || !merged.has(kept.from)) merged.set(kept.from, kept);
  }
  return [...merged.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
}

function presentPause(
  known: readonly StoredPause[],
  openRequest: StoredPause | null,
  { status, pause }: Pick<DossierDraft, "status" | "pause">,
  asOfOn: CalendarDay,
): StoredPause | null {
  if (status === "awaitingSupplement") return openRequest ?? pause;
  return isPauseReason(status) ? (openOf(known, status, asOfOn) ?? pause) : null;
}

function openOf(known: readonly StoredPause[], status: string, asOfOn: CalendarDay): StoredPause | null {
  return known.find(({ reason, until, from }) => reason === status && until === null && from <= asOfOn) ?? null;
}
