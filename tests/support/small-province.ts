import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Role } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import type { UnitLevel } from "@/generated/prisma/enums";
import { queryRows } from "@/server/db";
import { importFile } from "@/server/imports/import-file";

/** A row of a dossier list; the keys are the headers of the file. */
export type ListRow = Readonly<Record<string, string>>;

export type SmallUnit = { readonly id: number; readonly code: string; readonly name: string; readonly path: string };

export type SmallProvince = {
  readonly id: number;
  readonly units: Readonly<Record<string, SmallUnit>>;
  viewer(code: string, role?: Role): Viewer;
};

export type UnitSpec = { code: string; name: string; level: UnitLevel; parent?: string; until?: string };

/** Two districts of two communes each, one with a desk and a branch of its own, and a department. */
export const TWO_DISTRICTS: readonly UnitSpec[] = [
  { code: "P", name: "Tỉnh Thử Nghiệm", level: "province" },
  { code: "S1", name: "Sở Xây dựng", level: "department", parent: "P" },
  { code: "A", name: "Huyện An Bình", level: "district", parent: "P" },
  { code: "A.MC", name: "Bộ phận Một cửa huyện An Bình", level: "division", parent: "A" },
  { code: "A.DD", name: "Chi nhánh Văn phòng đăng ký đất đai huyện An Bình", level: "division", parent: "A" },
  { code: "A1", name: "Xã Hòa Sơn", level: "commune", parent: "A" },
  { code: "A2", name: "Thị trấn An Khê", level: "commune", parent: "A" },
  { code: "B", name: "Thị xã Đông Hà", level: "district", parent: "P" },
  { code: "B1", name: "Phường Một", level: "commune", parent: "B" },
  { code: "B2", name: "Xã Ấp Bắc", level: "commune", parent: "B" },
];

export const PROCEDURES = [
  { code: "1.000001", name: "Đăng ký khai sinh", field: "Hộ tịch", amount: 3, unit: "workingDay" },
  { code: "1.000002", name: "Cấp giấy phép xây dựng nhà ở", field: "Xây dựng", amount: 15, unit: "workingDay" },
  { code: "1.000003", name: "Chứng thực bản sao từ bản chính", field: "Chứng thực", amount: 4, unit: "workingHour" },
] as const;

/** Makes a province with its own units, procedures and a calendar for 2019–2021 (Sundays and Saturdays off). */
export async function makeProvince(key: string, specs: readonly UnitSpec[] = TWO_DISTRICTS): Promise<SmallProvince> {
  const id = await insertId("INSERT INTO province (key, name) VALUES ($1, $2) RETURNING id", [key, `Tỉnh ${key}`]);
  const units: Record<string, SmallUnit> = {};
  for (const spec of specs) {
    const parent = spec.parent === undefined ? null : (units[spec.parent] ?? null);
    const unitId = await insertId("SELECT nextval(pg_get_serial_sequence('unit', 'id')) AS id", []);
    const path = `${parent?.path ?? "/"}${unitId}/`;
    await queryRows(
      `INSERT INTO unit (id, province_id, code, name, level, kind, parent_id, path, valid_until)
       VALUES ($1, $2, $3, $4, $5, 'thử', $6, $7, $8)`,
      [unitId, id, spec.code, spec.name, spec.level, parent?.id ?? null, path, spec.until ?? null],
    );
    units[spec.code] = { id: unitId, code: spec.code, name: spec.name, path };
  }
  for (const procedure of PROCEDURES) await insertProcedure(id, procedure);
  const calendar = await insertId(
    "INSERT INTO calendar_version (province_id, version, first_year, last_year) VALUES ($1, 1, 2018, 2022) RETURNING id",
    [id],
  );
  await queryRows(
    `INSERT INTO calendar_day (version_id, day, kind, name, basis) VALUES
       ($1, '2020-01-01', 'off', 'Tết Dương lịch', 'Bộ luật Lao động'), ($1, '2020-09-02', 'off', 'Quốc khánh', 'Bộ luật Lao động')`,
    [calendar],
  );
  return { id, units, viewer: (code, role = "commune_officer") => viewerOf(id, units, code, role) };
}

function viewerOf(provinceId: number, units: Readonly<Record<string, SmallUnit>>, code: string, role: Role): Viewer {
  const unit = units[code];
  if (!unit) throw new Error(`No unit ${code} in this province`);
  const isRoot = unit.path === `/${unit.id}/`;
  return { userId: null, role, provinceId, unitId: unit.id, scopePath: isRoot ? "/" : unit.path };
}

async function insertProcedure(provinceId: number, procedure: (typeof PROCEDURES)[number]): Promise<void> {
  const fieldId = await insertId("INSERT INTO field (province_id, code, name) VALUES ($1, $2, $2) RETURNING id", [
    provinceId,
    procedure.field,
  ]);
  const procedureId = await insertId(
    "INSERT INTO procedure (province_id, code, name, field_id) VALUES ($1, $2, $3, $4) RETURNING id",
    [provinceId, procedure.code, procedure.name, fieldId],
  );
  await queryRows(
    "INSERT INTO procedure_time_limit (procedure_id, amount, unit, basis) VALUES ($1, $2, $3, 'Quyết định thử')",
    [procedureId, procedure.amount, procedure.unit],
  );
}

async function insertId(sql: string, values: readonly unknown[]): Promise<number> {
  const [row] = await queryRows<{ id: number }>(sql, values);
  if (!row) throw new Error("The statement returned no id");
  return row.id;
}

/** Writes rows as a dossier list, with a title above the header, and returns its path. */
export async function writeList(rows: readonly ListRow[]): Promise<string> {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const lines = [
    quote("DANH SÁCH HỒ SƠ"),
    headers.map(quote).join(","),
    ...rows.map((row) => headers.map((header) => quote(row[header] ?? "")).join(",")),
  ];
  const path = join(await mkdtemp(join(tmpdir(), "dossier-list-")), "list.csv");
  await writeFile(path, `\uFEFF${lines.join("\r\n")}\r\n`);
  return path;
}

/** Imports rows as the province's office would. */
export async function importRows(
  province: SmallProvince,
  rows: readonly ListRow[],
  { asOf = "2020-12-31T23:59:59+07:00", sourceName = "iGate" }: { asOf?: string; sourceName?: string } = {},
) {
  const filePath = await writeList(rows);
  return importFile(province.viewer("P", "province_office"), {
    provinceId: province.id,
    sourceName,
    isDemo: false,
    filePath,
    fileName: "list.csv",
    asOf: new Date(asOf),
    dryRun: false,
  });
}
