import { readdirSync } from "node:fs";
import { Readable } from "node:stream";
import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/viewer";
import { DEFAULT_TARGET } from "@/lib/filters";
import { parseDay } from "@/lib/sla";
import { queryRows } from "@/server/db";
import { addUser } from "@/server/mutations/add-user";
import { cancelImport } from "@/server/mutations/cancel-import";
import { chooseImportSheet } from "@/server/mutations/choose-import-sheet";
import { confirmImport } from "@/server/mutations/confirm-import";
import { createApiToken } from "@/server/mutations/create-api-token";
import { createImport } from "@/server/mutations/create-import";
import { deleteView } from "@/server/mutations/delete-view";
import { disableUser } from "@/server/mutations/disable-user";
import { enableUser } from "@/server/mutations/enable-user";
import { forgetMapping } from "@/server/mutations/forget-mapping";
import { importBoundaries } from "@/server/mutations/import-boundaries";
import { mapColumns } from "@/server/mutations/map-columns";
import { mapTable } from "@/server/mutations/map-table";
import { previewCalendar } from "@/server/mutations/preview-calendar";
import { previewImport } from "@/server/mutations/preview-import";
import { publishCalendar } from "@/server/mutations/publish-calendar";
import { receiveDossiers } from "@/server/mutations/receive-dossiers";
import { recomputeDossiers } from "@/server/mutations/recompute-dossiers";
import { recordExport } from "@/server/mutations/record-export";
import { recordOfficersSeen } from "@/server/mutations/record-officers-seen";
import { resolveNames } from "@/server/mutations/resolve-names";
import { revokeApiToken } from "@/server/mutations/revoke-api-token";
import { saveView } from "@/server/mutations/save-view";
import { setImportPeriod } from "@/server/mutations/set-import-period";
import { starView } from "@/server/mutations/star-view";
import { undoCalendar } from "@/server/mutations/undo-calendar";
import { undoImport } from "@/server/mutations/undo-import";
import { countDossiers } from "@/server/queries/count-dossiers";
import { findInScope } from "@/server/queries/find-in-scope";
import { getAggregateFields } from "@/server/queries/get-aggregate-fields";
import { getAggregates } from "@/server/queries/get-aggregates";
import { getCalendar } from "@/server/queries/get-calendar";
import { getCalendarOfUnit } from "@/server/queries/get-calendar-of-unit";
import { getDataQuality } from "@/server/queries/get-data-quality";
import { getDataStatus } from "@/server/queries/get-data-status";
import { getDossier, getDossierByCode } from "@/server/queries/get-dossier";
import { getImport } from "@/server/queries/get-import";
import { getImportMapping } from "@/server/queries/get-import-mapping";
import { getImportPreview } from "@/server/queries/get-import-preview";
import { getMapUnits } from "@/server/queries/get-map-units";
import { getMonthForecast } from "@/server/queries/get-month-forecast";
import { getOverdueAges } from "@/server/queries/get-overdue-ages";
import { getPeers } from "@/server/queries/get-peers";
import { getRanking } from "@/server/queries/get-ranking";
import { getReturnedRows } from "@/server/queries/get-returned-rows";
import { getSavedView } from "@/server/queries/get-saved-view";
import { getUsage } from "@/server/queries/get-usage";
import { getStepTimes } from "@/server/queries/get-step-times";
import { getTalliesByCut } from "@/server/queries/get-tallies-by-cut";
import { getTalliesByField } from "@/server/queries/get-tallies-by-field";
import { getTimeSpent } from "@/server/queries/get-time-spent";
import { getTrend } from "@/server/queries/get-trend";
import { getUnit } from "@/server/queries/get-unit";
import { getUnitTrends } from "@/server/queries/get-unit-trends";
import { groupUnits } from "@/server/queries/group-units";
import { listApiTokens } from "@/server/queries/list-api-tokens";
import { listBoundarySets } from "@/server/queries/list-boundary-sets";
import { listDossiers } from "@/server/queries/list-dossiers";
import { listImportProblems } from "@/server/queries/list-import-problems";
import { listImports } from "@/server/queries/list-imports";
import { listSavedViews } from "@/server/queries/list-saved-views";
import { listSourceMappings } from "@/server/queries/list-source-mappings";
import { listTargets } from "@/server/queries/list-targets";
import { listUsers } from "@/server/queries/list-users";
import { nameNarrowing } from "@/server/queries/name-narrowing";
import { selectDossiers } from "@/server/queries/select-dossiers";
import { streamDossierList } from "@/server/queries/stream-dossier-list";
import { streamImportProblems } from "@/server/queries/stream-import-problems";
import { streamPreviewChanges } from "@/server/queries/stream-preview-changes";
import { randomRows } from "../support/random-dossiers";
import { importRows, makeProvince, type SmallProvince } from "../support/small-province";

const PERIOD = { from: parseDay("2020-01-01"), to: parseDay("2020-12-31") };
const LIST = {
  ...PERIOD,
  measure: "handled",
  restOf: null,
  fieldId: null,
  channel: null,
  sort: "code",
  page: 1,
} as const;
const RANKING = { ...PERIOD, level: "commune", formula: "resolved", target: DEFAULT_TARGET } as const;
const CLOSURE = {
  action: "add",
  day: parseDay("2020-10-19"),
  kind: "off",
  unitId: null,
  name: "Nghỉ",
  basis: "Công điện",
} as const;
const NOT_FOUND = { code: "notFound" };

let home: SmallProvince;
let commune: Viewer;
/** A commune of another district, its district, the province, and a commune of another province. */
let foreign: { unitId: number; code: string; dossierId: number; dossierCode: string }[];
let batchId: number;

beforeAll(async () => {
  home = await makeProvince("home");
  const away = await makeProvince("away");
  const imported = await importRows(home, randomRows(300, 3));
  await importRows(away, randomRows(300, 4));
  batchId = imported.batch;
  commune = home.viewer("A1");
  foreign = await Promise.all(
    [home.units.A2, home.units.B1, home.units["A.DD"], away.units.A1].map(async (unit) => {
      const [dossier] = await queryRows<{ id: number; code: string }>(
        "SELECT id, code FROM dossier WHERE unit_id = $1 ORDER BY id LIMIT 1",
        [unit?.id],
      );
      return {
        unitId: unit?.id ?? 0,
        code: unit?.code ?? "",
        dossierId: dossier?.id ?? 0,
        dossierCode: dossier?.code ?? "",
      };
    }),
  );
});

/** The id of an account of the viewer's unit. */
async function accountOf({ provinceId, unitId }: Viewer): Promise<number> {
  const [row] = await queryRows<{ id: number }>(
    `INSERT INTO user_account (province_id, unit_id, username, display_name, role, password_hash)
     VALUES ($1, $2::int, 'of-' || $2::int, '', 'commune_officer', '')
     ON CONFLICT (username) DO UPDATE SET display_name = '' RETURNING id`,
    [provinceId, unitId],
  );
  return row?.id ?? 0;
}

/** A view that the commune beside it shares: with nobody but its own viewers. */
async function foreignView(): Promise<number> {
  const userId = await accountOf(home.viewer("A2"));
  const [row] = await queryRows<{ id: number }>(
    `INSERT INTO saved_view (province_id, user_id, name, page, params, is_shared) VALUES ($1, $2, 'ours', 'home', '', true)
     ON CONFLICT (province_id, user_id, name) DO UPDATE SET params = '' RETURNING id`,
    [home.id, userId],
  );
  return row?.id ?? 0;
}

/** Of a view for the viewer's unit, and one for its neighbour, that the province shares; and of one that a neighbour does. */
async function namesSeenBy(viewer: Viewer): Promise<string[]> {
  await foreignView();
  const office = await accountOf(home.viewer("P"));
  await queryRows(
    `INSERT INTO saved_view (province_id, user_id, name, page, unit_id, params, is_shared)
     VALUES ($1, $2, 'theirs', 'overview', $3, '', true), ($1, $2, 'others', 'overview', $4, '', true)`,
    [home.id, office, viewer.unitId, foreign[0]?.unitId],
  );
  return (await listSavedViews(viewer)).map(({ name }) => name);
}

/** What each exported query answers a commune's viewer who asks for what is not its own. */
const REFUSALS: Readonly<Record<string, () => Promise<void>>> = {
  "count-dossiers": async () => {
    for (const { unitId } of foreign) {
      await expect(countDossiers(commune, { ...LIST, unitId })).rejects.toMatchObject(NOT_FOUND);
    }
  },
  "find-in-scope": async () => {
    for (const { unitId, dossierCode } of foreign) {
      const { dossiers } = await findInScope(commune, dossierCode);
      const units = await queryRows<{ unit_id: number }>("SELECT unit_id FROM dossier WHERE id = ANY($1)", [
        dossiers.map(({ id }) => id),
      ]);
      expect(units.map((row) => row.unit_id)).not.toContain(unitId);
    }
    const { units } = await findInScope(commune, "xa");
    expect(units.map(({ id, parentName }) => ({ id, parentName }))).toEqual([{ id: commune.unitId, parentName: null }]);
  },
  "get-aggregates": async () => {
    for (const { unitId } of foreign) {
      for (const level of [null, "commune"] as const) {
        await expect(getAggregates(commune, { ...PERIOD, unitId, level })).rejects.toMatchObject(NOT_FOUND);
      }
    }
  },
  "get-aggregate-fields": async () => {
    for (const { unitId } of foreign) {
      await expect(getAggregateFields(commune, { ...PERIOD, unitId })).rejects.toMatchObject(NOT_FOUND);
    }
  },
  "get-calendar": async () => {
    const [{ id } = { id: 0 }] = await queryRows<{ id: number }>(
      `SELECT v.id FROM calendar_version v JOIN province p ON p.id = v.province_id WHERE p.key = 'away'`,
      [],
    );
    await queryRows(
      "INSERT INTO calendar_day (version_id, day, kind, name, basis) VALUES ($1, '2020-03-03', 'off', 'Nơi khác', 'thử')",
      [id],
    );
    const { rows, history, canEdit } = await getCalendar(commune);
    expect(rows.map(({ name }) => name)).not.toContain("Nơi khác");
    expect(history).toHaveLength(1);
    expect(canEdit).toBe(false);
  },
  "get-data-quality": async () => {
    for (const { unitId } of foreign) {
      const input = { ...PERIOD, unitId, level: "commune" } as const;
      await expect(getDataQuality(commune, input)).rejects.toMatchObject(NOT_FOUND);
    }
    const own = await getDataQuality(commune, { ...PERIOD, unitId: commune.unitId, level: "commune" });
    const { total } = await listDossiers(commune, { ...LIST, unitId: commune.unitId, measure: "received" });
    expect(own.total.received).toBe(total);
  },
  "get-dossier": async () => {
    for (const { dossierId, dossierCode } of foreign) {
      expect(dossierId).toBeGreaterThan(0);
      await expect(getDossier(commune, dossierId)).rejects.toMatchObject(NOT_FOUND);
      const own = await queryRows("SELECT 1 FROM dossier WHERE unit_id = $1 AND code = $2", [
        commune.unitId,
        dossierCode,
      ]);
      if (own.length === 0) await expect(getDossierByCode(commune, dossierCode)).rejects.toMatchObject(NOT_FOUND);
    }
  },
  "get-import": async () => {
    await expect(getImport(commune, batchId)).rejects.toMatchObject(NOT_FOUND);
  },
  "get-map-units": async () => {
    for (const { unitId } of foreign) {
      const input = { unitId, level: "commune", on: PERIOD.to } as const;
      await expect(getMapUnits(commune, input)).rejects.toMatchObject(NOT_FOUND);
    }
  },
  "list-boundary-sets": async () => {
    await expect(listBoundarySets(commune)).rejects.toMatchObject(NOT_FOUND);
  },
  "get-returned-rows": async () => {
    await expect(getReturnedRows(commune, batchId)).rejects.toMatchObject(NOT_FOUND);
  },
  "get-import-preview": async () => {
    await expect(getImportPreview(commune, batchId)).rejects.toMatchObject(NOT_FOUND);
  },
  "get-import-mapping": async () => {
    await expect(getImportMapping(commune, batchId)).rejects.toMatchObject(NOT_FOUND);
  },
  "get-ranking": async () => {
    for (const { unitId, code } of foreign) {
      await expect(getRanking(commune, { ...RANKING, unit: { id: unitId } })).rejects.toMatchObject(NOT_FOUND);
      if (code !== "A1")
        await expect(getRanking(commune, { ...RANKING, unit: { code } })).rejects.toMatchObject(NOT_FOUND);
    }
    for (const code of ["P", "A", "B"]) {
      await expect(getRanking(commune, { ...RANKING, unit: { code } })).rejects.toMatchObject(NOT_FOUND);
    }
  },
  "get-calendar-of-unit": async () => {
    for (const { unitId } of foreign) {
      await expect(getCalendarOfUnit(commune, unitId)).rejects.toMatchObject(NOT_FOUND);
    }
  },
  "list-saved-views": async () => {
    expect(await namesSeenBy({ ...commune, userId: await accountOf(commune) })).toEqual(["theirs"]);
    expect(await listSavedViews(commune)).toEqual([]);
  },
  "get-saved-view": async () => {
    for (const view of await queryRows<{ id: number }>("SELECT id FROM saved_view", [])) {
      await expect(getSavedView(commune, view.id)).rejects.toMatchObject(NOT_FOUND);
    }
  },
  "list-targets": async () => {
    for (const { unitId } of foreign) {
      await expect(listTargets(commune, unitId, PERIOD.to)).rejects.toMatchObject(NOT_FOUND);
    }
    expect(await listTargets(commune, commune.unitId, PERIOD.to)).toEqual([]);
  },
  "get-month-forecast": async () => {
    for (const { unitId } of foreign) await expect(getMonthForecast(commune, unitId)).rejects.toMatchObject(NOT_FOUND);
    const own = await getMonthForecast(commune, commune.unitId);
    const codes = (own?.risky ?? []).map(({ unitName }) => unitName);
    expect(new Set(codes).size).toBeLessThanOrEqual(1);
  },
  "name-narrowing": async () => {
    const [foreignField] = await queryRows<{ id: number }>("SELECT id FROM field WHERE province_id <> $1 LIMIT 1", [
      commune.provinceId,
    ]);
    const narrowing = { fieldId: foreignField?.id ?? 0, procedureId: null };
    await expect(nameNarrowing(commune, narrowing)).rejects.toMatchObject(NOT_FOUND);
  },
  "get-overdue-ages": async () => {
    for (const { unitId } of foreign) {
      await expect(getOverdueAges(commune, { ...PERIOD, unitId })).rejects.toMatchObject(NOT_FOUND);
    }
  },
  "get-peers": async () => {
    for (const { unitId } of foreign) {
      await expect(getPeers(commune, { ...RANKING, unitId })).rejects.toMatchObject(NOT_FOUND);
    }
    const own = await getPeers(commune, { ...RANKING, unitId: commune.unitId });
    expect(Object.keys(own ?? {}).sort()).toEqual(["group", "level", "peers", "place", "rate"]);
  },
  "get-usage": async () => {
    for (const { unitId } of foreign) {
      await expect(getUsage(commune, { ...PERIOD, unitId })).rejects.toMatchObject(NOT_FOUND);
    }
    const own = await getUsage(commune, { ...PERIOD, unitId: commune.unitId });
    expect(Object.keys(own ?? {}).sort()).toEqual(["isHardlyUsed", "middle", "received", "units"]);
  },
  "get-step-times": async () => {
    for (const { unitId } of foreign) {
      await expect(getStepTimes(commune, { ...PERIOD, unitId })).rejects.toMatchObject(NOT_FOUND);
    }
  },
  "get-time-spent": async () => {
    for (const { unitId } of foreign) {
      await expect(getTimeSpent(commune, { ...PERIOD, unitId })).rejects.toMatchObject(NOT_FOUND);
    }
  },
  "get-tallies-by-cut": async () => {
    for (const { unitId } of foreign) {
      await expect(getTalliesByCut(commune, { ...PERIOD, unitId, cut: "procedures" })).rejects.toMatchObject(NOT_FOUND);
    }
    const officers = { ...PERIOD, unitId: commune.unitId, cut: "officers" } as const;
    await expect(getTalliesByCut(commune, officers)).rejects.toMatchObject(NOT_FOUND);
  },
  "get-tallies-by-field": async () => {
    for (const { unitId } of foreign) {
      await expect(getTalliesByField(commune, { ...PERIOD, unitId })).rejects.toMatchObject(NOT_FOUND);
    }
  },
  "get-trend": async () => {
    for (const { unitId } of foreign) {
      const input = { unitId, to: PERIOD.to, months: 12, formula: "resolved" } as const;
      await expect(getTrend(commune, input)).rejects.toMatchObject(NOT_FOUND);
    }
  },
  "get-unit-trends": async () => {
    for (const { unitId } of foreign) {
      const input = { unitId, to: PERIOD.to, months: 12, formula: "resolved", level: "commune" } as const;
      await expect(getUnitTrends(commune, input)).rejects.toMatchObject(NOT_FOUND);
    }
  },
  "get-unit": async () => {
    for (const { unitId } of foreign) {
      await expect(getUnit(commune, unitId, PERIOD.to)).rejects.toMatchObject(NOT_FOUND);
    }
    const own = await getUnit(commune, commune.unitId, PERIOD.to);
    expect(own.ancestors).toEqual([]);
  },
  "group-units": async () => {
    const { unit } = await getUnit(home.viewer("P"), home.units.P?.id ?? 0, PERIOD.to);
    const { rows, restIds } = await groupUnits(commune, unit, "commune", PERIOD.to);
    expect([...rows.flatMap((row) => row.unitIds), ...restIds]).toEqual([commune.unitId]);
  },
  "list-source-mappings": async () => {
    await expect(listSourceMappings(commune)).rejects.toMatchObject(NOT_FOUND);
  },
  "list-api-tokens": async () => {
    await expect(listApiTokens(commune)).rejects.toMatchObject(NOT_FOUND);
  },
  "list-dossiers": async () => {
    for (const { unitId } of foreign) {
      await expect(listDossiers(commune, { ...LIST, unitId })).rejects.toMatchObject(NOT_FOUND);
    }
    const own = await listDossiers(commune, { ...LIST, unitId: commune.unitId });
    expect(new Set(own.rows.map((row) => row.unitId))).toEqual(new Set([commune.unitId]));
  },
  "list-import-problems": async () => {
    await expect(listImportProblems(commune, batchId, { page: 1 })).rejects.toMatchObject(NOT_FOUND);
  },
  "list-imports": async () => {
    await expect(listImports(commune)).rejects.toMatchObject(NOT_FOUND);
  },
  "list-users": async () => {
    await expect(listUsers(commune)).rejects.toMatchObject(NOT_FOUND);
  },
  "select-dossiers": async () => {
    for (const { unitId } of foreign) {
      await expect(selectDossiers(commune, { ...LIST, unitId })).rejects.toMatchObject(NOT_FOUND);
    }
    const { values } = await selectDossiers(commune, { ...LIST, unitId: commune.unitId });
    expect(values[1]).toEqual([commune.unitId]);
  },
  "stream-dossier-list": async () => {
    for (const { unitId } of foreign) {
      await expect(streamDossierList(commune, { ...LIST, unitId, withOfficers: false })).rejects.toMatchObject(
        NOT_FOUND,
      );
    }
    const own = { ...LIST, unitId: commune.unitId };
    await expect(streamDossierList(commune, { ...own, withOfficers: true })).rejects.toMatchObject(NOT_FOUND);
    const { rows, total } = await streamDossierList(commune, { ...own, withOfficers: false });
    const units = new Set<number>();
    for await (const row of rows) units.add(row.unitId);
    expect(total).toBeGreaterThan(0);
    expect([...units]).toEqual([commune.unitId]);
  },
  "stream-preview-changes": async () => {
    await expect(streamPreviewChanges(commune, batchId)).rejects.toMatchObject(NOT_FOUND);
  },
  "stream-import-problems": async () => {
    await expect(streamImportProblems(commune, batchId).next()).rejects.toMatchObject(NOT_FOUND);
  },
  "get-data-status": async () => {
    const status = await getDataStatus(commune);
    expect(status.provinceName).toBe("Tỉnh home");
    expect(status.sources).toHaveLength(1);
  },
};

/** Each verb, as a commune's viewer would try it. */
const FORBIDDEN_VERBS: Readonly<Record<string, () => Promise<unknown>>> = {
  "add-user": () =>
    addUser(commune, {
      username: "moi",
      displayName: "Người mới",
      role: "commune_officer",
      unitId: commune.unitId,
      password: "mat khau du dai 2020",
    }),
  "cancel-import": () => cancelImport(commune, { batchId }),
  "confirm-import": () => confirmImport(commune, { batchId }),
  "undo-import": () => undoImport(commune, { batchId }),
  "create-api-token": () =>
    createApiToken(commune, { tokenName: "x", sourceName: "iGate", unitId: commune.unitId, expiresAt: null }),
  "receive-dossiers": () =>
    receiveDossiers(commune, {
      tokenId: 1,
      tokenName: "x",
      sourceName: "iGate",
      service: "DongBoHoSoMC",
      asOf: new Date("2020-12-31T00:00:00Z"),
      records: [{ MaHoSo: "H99-1" }],
      bytes: 1,
      sha256: "",
    }),
  "revoke-api-token": () => revokeApiToken(commune, { tokenName: "x" }),
  "create-import": () =>
    createImport(commune, {
      sourceName: "iGate",
      asOf: new Date("2020-12-31T00:00:00Z"),
      fileName: "list.csv",
      content: Readable.from(["Mã hồ sơ"]),
      declaredBytes: null,
      declaredSha256: null,
    }),
  "import-boundaries": () => importBoundaries(commune, { fileName: "x.json", text: "{}", on: PERIOD.to }),
  "disable-user": () => disableUser(commune, { username: "ai" }),
  "enable-user": () => enableUser(commune, { username: "ai" }),
  "preview-calendar": () => previewCalendar(commune, { edits: [CLOSURE] }),
  "publish-calendar": () => publishCalendar(commune, { edits: [CLOSURE], baseVersion: 1, note: "" }),
  "recompute-dossiers": () => recomputeDossiers(commune, { dryRun: true }),
  "record-officers-seen": () => recordOfficersSeen(commune, { unitId: commune.unitId, officers: 1 }),
  "record-export": () => recordExport(commune, { subject: "ho-so", unitId: commune.unitId, rows: 1 }),
  "save-view": async () => {
    const viewer = { ...commune, userId: await accountOf(commune) };
    const view = { viewName: "x", isOwnUnit: false, preset: null, isStarred: false, isShared: false };
    return saveView(viewer, { ...view, address: `/units/${foreign[0]?.unitId}` });
  },
  "star-view": async () =>
    starView({ ...commune, userId: await accountOf(commune) }, { viewId: await foreignView(), isStarred: true }),
  "delete-view": async () =>
    deleteView({ ...commune, userId: await accountOf(commune) }, { viewId: await foreignView() }),
  "undo-calendar": () => undoCalendar(commune, { version: 1, note: "" }),
  "map-columns": () => mapColumns(commune, { batchId, sheet: 0, rowNumber: 1, columns: {} }),
  "map-table": () => mapTable(commune, { batchId, sheet: 0, rowNumber: 1, meanings: [] }),
  "set-import-period": () => setImportPeriod(commune, { batchId, ...PERIOD }),
  "resolve-names": () =>
    resolveNames(commune, { batchId, names: [{ kind: "unit", text: "x", targetId: commune.unitId }] }),
  "preview-import": () => previewImport(commune, { batchId }),
  "choose-import-sheet": () => chooseImportSheet(commune, { batchId, sheet: "x" }),
  "forget-mapping": () => forgetMapping(commune, { sourceId: 1, kind: "unit", textKey: "x" }),
};

/** Files of the folder that ask the database nothing. */
const NO_QUERIES = [
  "batch-columns",
  "clamp-period",
  "dossier-rows",
  "due-bounds",
  "late-chance-sql",
  "measure-sql",
  "quality-counts-sql",
  "quality-sql",
];

describe("a commune's viewer gets nothing that is not its own", () => {
  const files = readdirSync("src/server/queries").map((file) => file.replace(/\.ts$/, ""));

  test("every query has its refusal", () => {
    expect(Object.keys(REFUSALS).sort()).toEqual(files.filter((file) => !NO_QUERIES.includes(file)).sort());
  });

  test("every verb has its refusal", () => {
    const verbs = readdirSync("src/server/mutations").map((file) => file.replace(/\.ts$/, ""));
    expect(Object.keys(FORBIDDEN_VERBS).sort()).toEqual(verbs.sort());
  });

  test.each(Object.entries(FORBIDDEN_VERBS))("%s", async (_, attempt) => {
    await expect(attempt()).rejects.toMatchObject(NOT_FOUND);
  });

  test.each(Object.entries(REFUSALS))("%s", async (_, refuse) => {
    await refuse();
  });
});
