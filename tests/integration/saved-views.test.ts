import { beforeAll, describe, expect, test } from "vitest";
import { openView } from "@/app/(dashboard)/views/[viewId]/open-view";
import type { Role } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import { queryRows } from "@/server/db";
import { deleteView } from "@/server/mutations/delete-view";
import { MOST_SAVED_VIEWS, type SaveViewInput, saveView } from "@/server/mutations/save-view";
import { starView } from "@/server/mutations/star-view";
import { listSavedViews } from "@/server/queries/list-saved-views";
import { randomRows } from "../support/random-dossiers";
import { importRows, makeProvince, type SmallProvince } from "../support/small-province";

const PERIOD = "from=2020-01-01&to=2020-10-31";
const NOT_FOUND = { code: "notFound" };

let province: SmallProvince;
let office: Viewer;
let chair: Viewer;
let otherChair: Viewer;
let commune: Viewer;

async function withAccount(code: string, role: Role): Promise<Viewer> {
  const viewer = province.viewer(code, role);
  const [row] = await queryRows<{ id: number }>(
    `INSERT INTO user_account (province_id, unit_id, username, display_name, role, password_hash)
     VALUES ($1, $2, $3, $3, $4::role, '') RETURNING id`,
    [viewer.provinceId, viewer.unitId, `views-${code}-${role}`, role],
  );
  return { ...viewer, userId: row?.id ?? null };
}

function save(viewer: Viewer, input: Partial<SaveViewInput> & Pick<SaveViewInput, "viewName" | "address">) {
  return saveView(viewer, { isOwnUnit: false, preset: null, isStarred: false, isShared: false, ...input });
}

const namesOf = async (viewer: Viewer) => (await listSavedViews(viewer)).map(({ name }) => name);

beforeAll(async () => {
  province = await makeProvince("views");
  await importRows(province, randomRows(50, 5));
  office = await withAccount("P", "province_office");
  chair = await withAccount("A", "district_leader");
  otherChair = await withAccount("B", "district_leader");
  commune = await withAccount("A1", "commune_officer");
});

describe("a kept view opens the page it was kept from", () => {
  test.each([
    ["ranking", `/ranking?unit=A&level=commune&${PERIOD}&formula=due&sort=fair`],
    ["compare", `/compare?unit=A&level=commune&${PERIOD}&target=%3E95`],
    ["quality", `/quality?unit=A&level=commune&${PERIOD}`],
    ["home", `/?${PERIOD}`],
  ])("%s", async (viewName, address) => {
    const { id } = await save(chair, { viewName, address });
    const opened = new URL(await openView(chair, id), "http://here.invalid");
    const kept = new URL(address, "http://here.invalid");
    for (const { searchParams } of [opened, kept]) searchParams.sort();
    expect(String(opened)).toBe(String(kept));
  });

  test("a unit's page, and a list without the page number", async () => {
    const unitId = province.units.A1?.id ?? 0;
    const page = await save(chair, { viewName: "unit", address: `/units/${unitId}?${PERIOD}` });
    expect(await openView(chair, page.id)).toBe(`/units/${unitId}?${PERIOD}`);
    const list = await save(chair, {
      viewName: "list",
      address: `/dossiers?unitId=${unitId}&measure=late&${PERIOD}&page=4`,
    });
    expect(await openView(chair, list.id)).toBe(`/dossiers?measure=late&${PERIOD}&unitId=${unitId}`);
  });
});

describe("relative views are reckoned when they are opened", () => {
  test.each([
    ["month", "from=2020-12-01&to=2020-12-31"],
    ["previousMonth", "from=2020-11-01&to=2020-11-30"],
    ["firstMonths", "from=2020-01-01&to=2020-12-31"],
    ["reportingMonth", "from=2020-11-21&to=2020-12-20"],
  ] as const)("%s", async (preset, days) => {
    const { id } = await save(chair, { viewName: preset, address: `/ranking?unit=A&${PERIOD}`, preset });
    expect(await openView(chair, id)).toBe(`/ranking?${days}&unit=A`);
  });

  test("the unit of whoever opens it, with a level only where the reader has it", async () => {
    const address = `/ranking?unit=P&level=district&${PERIOD}`;
    const { id } = await save(office, { viewName: "của tôi", address, isOwnUnit: true, isShared: true });
    expect(await openView(office, id)).toBe(`/ranking?level=district&${PERIOD}`);
    expect(await openView(chair, id)).toBe(`/ranking?${PERIOD}`);
    const unit = await save(office, {
      viewName: "trang tôi",
      address: `/units/${office.unitId}`,
      isOwnUnit: true,
      isShared: true,
    });
    expect(await openView(commune, unit.id)).toBe(`/units/${commune.unitId}`);
  });
});

describe("shared within scope", () => {
  test("a view reaches those below its owner, and only where they see its unit", async () => {
    await save(office, { viewName: "B của tỉnh", address: `/ranking?unit=B&${PERIOD}`, isShared: true });
    await save(chair, { viewName: "của huyện", address: "/quality", isShared: true });
    await save(chair, { viewName: "riêng", address: "/quality" });
    expect(await namesOf(chair)).not.toContain("B của tỉnh");
    expect(await namesOf(otherChair)).toContain("B của tỉnh");
    expect(await namesOf(commune)).toContain("của huyện");
    expect(await namesOf(commune)).not.toContain("riêng");
    expect(await namesOf(otherChair)).not.toContain("của huyện");
    expect(await namesOf(office)).not.toContain("của huyện");
  });

  test("who answers for nobody below shares nothing", async () => {
    await expect(save(commune, { viewName: "x", address: "/", isShared: true })).rejects.toMatchObject(NOT_FOUND);
  });

  test("what is not shared is neither opened, starred nor deleted by others", async () => {
    const { id } = await save(otherChair, { viewName: "kín", address: "/compare" });
    await expect(openView(chair, id)).rejects.toMatchObject(NOT_FOUND);
    await expect(starView(chair, { viewId: id, isStarred: true })).rejects.toMatchObject(NOT_FOUND);
    await expect(deleteView(chair, { viewId: id })).rejects.toMatchObject(NOT_FOUND);
    await deleteView(otherChair, { viewId: id });
    expect(await namesOf(otherChair)).not.toContain("kín");
  });

  test("a star is the reader's own", async () => {
    const { id } = await save(office, { viewName: "gắn sao", address: "/compare", isShared: true, isStarred: true });
    const starred = async (viewer: Viewer) => (await listSavedViews(viewer)).find((view) => view.id === id)?.isStarred;
    expect([await starred(office), await starred(chair)]).toEqual([true, false]);
    await starView(chair, { viewId: id, isStarred: true });
    await starView(chair, { viewId: id, isStarred: true });
    await starView(office, { viewId: id, isStarred: false });
    expect([await starred(office), await starred(chair)]).toEqual([false, true]);
  });
});

describe("what is not kept", () => {
  test.each(["https://elsewhere.example/", "//elsewhere.example", "/imports", "/login"])("%s", async (address) => {
    await expect(save(chair, { viewName: "x", address })).rejects.toMatchObject({ code: "viewAddressUnknown" });
  });

  test("an officer's list is not shared", async () => {
    const view = { viewName: "cán bộ", address: "/dossiers?measure=late&officer=A" };
    await expect(save(chair, { ...view, isShared: true })).rejects.toMatchObject({ code: "viewNamesOfficer" });
    await save(chair, view);
  });

  test("units out of scope, a name twice, no name", async () => {
    const foreign = `/units/${province.units.B?.id}`;
    await expect(save(chair, { viewName: "x", address: foreign })).rejects.toMatchObject(NOT_FOUND);
    await expect(save(chair, { viewName: "x", address: "/ranking?unit=B" })).rejects.toMatchObject(NOT_FOUND);
    await save(chair, { viewName: "  hai   lần ", address: "/" });
    await expect(save(chair, { viewName: "hai lần", address: "/" })).rejects.toMatchObject({ code: "viewNameTaken" });
    await expect(save(chair, { viewName: " ", address: "/" })).rejects.toMatchObject({
      code: "invalidInput",
      params: { field: "viewName" },
    });
  });

  test("more than an account may keep", async () => {
    await queryRows(
      `INSERT INTO saved_view (province_id, user_id, name, page, params)
       SELECT $1, $2, 'nhiều ' || n, 'home', '' FROM generate_series(1, $3) AS n`,
      [otherChair.provinceId, otherChair.userId, MOST_SAVED_VIEWS],
    );
    await expect(save(otherChair, { viewName: "nữa", address: "/" })).rejects.toMatchObject({ code: "tooManyViews" });
  });

  test("a page that no longer exists is left out", async () => {
    await queryRows(
      "INSERT INTO saved_view (province_id, user_id, name, page, params) VALUES ($1, $2, 'cũ', 'gone', '')",
      [commune.provinceId, commune.userId],
    );
    expect(await namesOf(commune)).not.toContain("cũ");
  });

  test("saving and deleting is written down", async () => {
    const rows = await queryRows<{ action: string }>(
      "SELECT DISTINCT action FROM audit_entry WHERE province_id = $1 AND action IN ('saveView', 'deleteView')",
      [province.id],
    );
    expect(rows.map(({ action }) => action).sort()).toEqual(["deleteView", "saveView"]);
  });
});
