import type { Viewer } from "@/lib/access/viewer";
import type { CalendarDay } from "@/lib/sla";
import { operatorViewer } from "@/server/auth/operator-viewer";
import { queryRows } from "@/server/db";
import { AppError } from "@/server/errors";

type ProvinceRow = { id: number; key: string };

/** Provinces by key ("binh-dinh") or by the code their root unit bears or bore ("52"). */
export async function listProvinces(keyOrCode: string | null): Promise<ProvinceRow[]> {
  return queryRows<ProvinceRow>(
    `SELECT DISTINCT p.id, p.key FROM province p LEFT JOIN unit u ON u.province_id = p.id AND u.parent_id IS NULL
      WHERE $1::text IS NULL OR p.key = $1 OR u.code = $1 ORDER BY p.id`,
    [keyOrCode],
  );
}

/** The operator as a viewer of the one province meant. Throws `notFound`, or `unitAmbiguous` when several fit. */
export async function viewerOfProvince(keyOrCode: string | null): Promise<Viewer> {
  return onlyOne(await listProvinces(keyOrCode), keyOrCode ?? "");
}

/** The operator as a viewer of the province in which the code was valid on the day. */
export async function viewerOfUnit(code: string, on: CalendarDay, province: string | null): Promise<Viewer> {
  const rows = await queryRows<ProvinceRow>(
    `SELECT DISTINCT p.id, p.key FROM unit u JOIN province p ON p.id = u.province_id
      WHERE u.code = $1 AND u.valid_from <= $2::date AND (u.valid_until IS NULL OR u.valid_until > $2::date)`,
    [code, on],
  );
  const allowed = new Set((await listProvinces(province)).map((row) => row.id));
  return onlyOne(
    rows.filter((row) => allowed.has(row.id)),
    code,
  );
}

async function onlyOne(rows: readonly ProvinceRow[], wanted: string): Promise<Viewer> {
  const [first, second] = rows;
  if (!first) throw new AppError("notFound", { what: "unit" });
  if (second) throw new AppError("unitAmbiguous", { value: wanted, candidates: rows.map((row) => row.key) });
  return operatorViewer(first.id);
}
