import "server-only";
import { canImportBoundaries } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import type { CalendarDay } from "@/lib/sla";
import { scopeSql } from "../access/scope";
import { recordAudit } from "../audit/record-audit";
import { type BoundaryShape, readBoundaryFile } from "../boundaries/read-boundary-file";
import { database, queryRows } from "../db";
import { AppError } from "../errors";

export type BoundaryInput = {
  readonly fileName: string;
  /** TopoJSON or GeoJSON. */
  readonly text: string;
  /** Codes are those of the units that exist on this day. */
  readonly on: CalendarDay;
};

export type BoundaryOutcome = {
  readonly matched: number;
  /** Codes of the file that are no unit of the province on the day. */
  readonly unknownCodes: readonly string[];
  /** Names of units of the same levels without a shape. */
  readonly missing: readonly string[];
  readonly pointsRead: number;
  readonly pointsKept: number;
};

type UnitRow = { id: number; code: string; name: string; level: string; is_valid: boolean };

/**
 * Gives the units of a file their shapes; those that units of the same levels had before are gone. Throws `notFound`
 * without the right, `boundariesUnreadable`, `boundariesUnknown`, and `boundariesOtherDay` for a file most of whose codes
 * are units of another time: codes are given again, and shapes would come to lie under the wrong names. Nothing is
 * written then.
 */
export async function importBoundaries(
  viewer: Viewer,
  { fileName, text, on }: BoundaryInput,
): Promise<BoundaryOutcome> {
  if (!canImportBoundaries(viewer.role)) throw new AppError("notFound", { what: "boundaries" });
  const { shapes, pointsRead, pointsKept } = readBoundaryFile(text);
  const scope = scopeSql(viewer, "u", 2);
  const everyUnit = await queryRows<UnitRow>(
    `SELECT u.id, u.code, u.name, u.level,
            u.valid_from <= $1::date AND (u.valid_until IS NULL OR u.valid_until > $1::date) AS is_valid
       FROM unit u WHERE ${scope.sql} ORDER BY u.name, u.id`,
    [on, ...scope.values],
    "boundary-units",
  );
  const units = everyUnit.filter((unit) => unit.is_valid);
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const found: { unit: UnitRow; shape: BoundaryShape }[] = [];
  const unknownCodes: string[] = [];
  for (const [code, shape] of shapes) {
    const unit = byCode.get(code) ?? byCode.get(code.padStart(5, "0")) ?? byCode.get(code.padStart(3, "0"));
    if (unit) found.push({ unit, shape });
    else unknownCodes.push(code);
  }
  if (countOfOtherTimes(unknownCodes, everyUnit) > found.length) throw new AppError("boundariesOtherDay");
  if (found.length === 0) throw new AppError("boundariesUnknown");
  const levels = new Set(found.map(({ unit }) => unit.level));
  const given = new Set(found.map(({ unit }) => unit.id));
  const ofLevels = units.filter(({ level }) => levels.has(level));
  const { provinceId, userId: createdBy } = viewer;
  await database().prisma.$transaction(async (transaction) => {
    await transaction.unitBoundary.deleteMany({ where: { provinceId, unitId: { in: ofLevels.map(({ id }) => id) } } });
    await transaction.unitBoundary.createMany({
      data: [...given].flatMap((unitId) => {
        const shape = found.find(({ unit }) => unit.id === unitId)?.shape ?? [];
        return [{ provinceId, unitId, shape: shape.map((ring) => ring.map(([x, y]) => [x, y])), fileName, createdBy }];
      }),
    });
    const details = { matched: given.size, unknown: unknownCodes.length, pointsKept };
    await recordAudit(transaction, viewer, { action: "importBoundaries", subject: fileName, details });
  });
  const missing = ofLevels.filter(({ id }) => !given.has(id)).map(({ name }) => name);
  return { matched: given.size, unknownCodes, missing, pointsRead, pointsKept };
}

function countOfOtherTimes(codes: readonly string[], units: readonly UnitRow[]): number {
  const known = new Set(units.filter((unit) => !unit.is_valid).map(({ code }) => code));
  return codes.filter((code) => known.has(code)).length;
}
