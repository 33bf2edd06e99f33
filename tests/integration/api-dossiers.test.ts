import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { POST } from "@/app/api/v1/dossiers/route";
import { parseDay } from "@/lib/sla";
import { operatorViewer } from "@/server/auth/operator-viewer";
import { queryRows } from "@/server/db";
import { verify } from "@/server/ledger/verify";
import { createApiToken } from "@/server/mutations/create-api-token";
import { revokeApiToken } from "@/server/mutations/revoke-api-token";
import { getDossierByCode } from "@/server/queries/get-dossier";
import { getImport } from "@/server/queries/get-import";
import { getStepTimes } from "@/server/queries/get-step-times";
import { listApiTokens } from "@/server/queries/list-api-tokens";
import { listDossiers } from "@/server/queries/list-dossiers";
import { APPLICANT, portalRecord, randomRecords, supplement } from "../support/portal-records";
import { makeProvince, type SmallProvince } from "../support/small-province";
import { storedRows } from "../support/stored-rows";

const AS_OF = "2020-12-31T23:59:59+07:00";

let province: SmallProvince;
let office: string;
let district: string;

async function makeToken(unitCode: string, tokenName: string, sourceName = "Một cửa"): Promise<string> {
  const { secret } = await createApiToken(operatorViewer(province.id), {
    tokenName,
    sourceName,
    unitId: province.units[unitCode]?.id ?? 0,
    expiresAt: null,
  });
  return secret;
}

type Sent = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Awaited<ReturnType<Response["json"]>>;
};

async function send(secret: string, body: unknown, headers: Record<string, string> = {}): Promise<Sent> {
  const response = await POST(
    new Request("http://localhost/api/v1/dossiers", {
      method: "POST",
      headers: { Authorization: `Bearer ${secret}`, "Content-Type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    }),
  );
  return { status: response.status, headers: response.headers, body: await response.json() };
}

const dossiers = (data: readonly unknown[], asOf = AS_OF) => ({ service: "DongBoHoSoMC", asOf, data });
const steps = (data: readonly unknown[], asOf = AS_OF) => ({ service: "CapNhatTienDoHoSoMC", asOf, data });

async function differences(): Promise<readonly unknown[]> {
  return (await verify(operatorViewer(province.id), { seed: 7, samples: 10 })).differences;
}

beforeAll(async () => {
  province = await makeProvince("api");
  office = await makeToken("P", "tỉnh");
  district = await makeToken("A", "huyện An Bình");
});

describe("dossiers", () => {
  test("taken over, counted, and kept without a word on the applicant; sent again they change nothing", async () => {
    const records = randomRecords(1500, 11);
    const first = await send(office, dossiers(records));
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({ records: 1500, inserted: 1500, updated: 0, unchanged: 0, rejected: 0 });
    expect(first.body.results[3]).toEqual({ code: records[3]?.MaHoSo, result: "inserted", problems: [] });
    expect(await differences()).toEqual([]);
    const before = await storedRows(province);
    const again = await send(office, dossiers(records));
    expect(again.body).toMatchObject({ inserted: 0, updated: 0, unchanged: 1500, rejected: 0 });
    expect(await storedRows(province)).toEqual(before);
    const tables = await queryRows<{ text: string }>(
      `SELECT coalesce(string_agg(d::text, ' '), '') || (SELECT coalesce(string_agg(p::text, ' '), '') FROM import_problem p)
              || (SELECT coalesce(string_agg(b::text, ' '), '') FROM import_batch b) AS text FROM dossier d`,
      [],
    );
    for (const secret of Object.values(APPLICANT)) expect(tables[0]?.text).not.toContain(secret);
  });

  test("what an older moment says does not undo what a newer one said", async () => {
    await send(office, dossiers([portalRecord("CU-1", { TrangThaiHoSo: 10 })], "2020-06-30T00:00:00+07:00"));
    const before = await storedRows(province);
    const older = portalRecord("CU-1", { TrangThaiHoSo: 4, NgayKetThucXuLy: "" });
    const { body } = await send(office, dossiers([older], "2020-05-31T00:00:00+07:00"));
    expect(body.results).toEqual([{ code: "CU-1", result: "unchanged", problems: [] }]);
    expect(await storedRows(province)).toEqual(before);
    const newer = await send(office, dossiers([older], "2020-07-31T00:00:00+07:00"));
    expect(newer.body.results[0]).toMatchObject({ result: "updated" });
    expect(await differences()).toEqual([]);
  });

  test("the good are taken, the wrong are answered with field, code and sentence", async () => {
    const { status, body } = await send(
      office,
      dossiers([
        portalRecord("TOT-1"),
        portalRecord("SAI-1", { NgayTiepNhan: "20201332", DonViXuLy: "Xã Không Có" }),
        "không phải bản ghi",
        portalRecord("SAI-2", { NgayKetThucXuLy: "" }),
        portalRecord("SAI-3", { MaTTHC: { ma: 1 } }),
        portalRecord("DOI-1"),
        portalRecord("DOI-1", { KenhThucHien: "1" }),
      ]),
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ records: 7, inserted: 1, updated: 0, unchanged: 0, rejected: 6 });
    const codes = body.results.map(({ problems }: { problems: { field: string; code: string }[] }) =>
      problems.map(({ field, code }) => `${field} ${code}`),
    );
    expect(codes).toEqual([
      [],
      ["NgayTiepNhan badDate", "DonViXuLy unknownUnit"],
      ["null badRecord"],
      ["NgayKetThucXuLy closedWithoutDay"],
      ["MaTTHC badRecord"],
      ["MaHoSo duplicateConflict"],
      ["MaHoSo duplicateConflict"],
    ]);
    expect(body.results[1].problems[0].message).toMatch(/\.$/);
    const batch = await getImport(province.viewer("P", "province_office"), body.batch);
    expect(batch).toMatchObject({
      fileName: "API: tỉnh",
      createdBy: "tỉnh",
      sourceName: "Một cửa",
      state: "applied",
      rowsRead: 7,
      rejected: 6,
    });
    expect(await differences()).toEqual([]);
  });

  test("each supplement request is a pause with the day promised before and after it", async () => {
    const requests = [
      supplement("20200305", "20200309", "20200320170000", "20200324170000"),
      supplement("20200312", "20200313", "20200324170000", "20200325170000"),
    ];
    await send(office, dossiers([portalRecord("BS-1", { DanhSachHoSoBoSung: requests })]));
    const pauses = await queryRows(
      `SELECT p.from_on, p.until_on, p.reason::text, p.due_before_on, p.due_after_on
         FROM dossier_pause p JOIN dossier d ON d.id = p.dossier_id WHERE d.code = 'BS-1' ORDER BY 1`,
      [],
    );
    const reason = "awaitingSupplement";
    expect(pauses).toEqual([
      {
        from_on: "2020-03-05",
        until_on: "2020-03-09",
        reason,
        due_before_on: "2020-03-20",
        due_after_on: "2020-03-24",
      },
      {
        from_on: "2020-03-12",
        until_on: "2020-03-13",
        reason,
        due_before_on: "2020-03-24",
        due_after_on: "2020-03-25",
      },
    ]);
  });
});

test("whatever a record holds, each is answered and the figures stay whole", async () => {
  const strange = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      "\u0000",
      "\ud800",
      "x".repeat(5000),
      "\t\n\\N",
      -1,
      1e300,
      "99999999",
      "00000000000000",
      "20200230",
    ),
  );
  const fields = fc.constantFrom(...Object.keys(portalRecord("")), "NgayTamDung", "DonViTiepNhan", "NguoiXuLy");
  const changes = fc.dictionary(fields, strange, { maxKeys: 3 });
  const requests = fc.array(fc.dictionary(fc.constantFrom(...Object.keys(supplement("", ""))), strange), {
    maxLength: 3,
  });
  const spoilt = fc.tuple(changes, fc.option(requests), fc.integer({ min: 1, max: 10 }));
  const records = fc.sample(spoilt, { numRuns: 1500, seed: 21 }).map(([told, asked, TrangThaiHoSo], index) =>
    portalRecord(`LA-${index % 1200}`, {
      TrangThaiHoSo,
      ...(asked === null ? {} : { DanhSachHoSoBoSung: asked }),
      ...told,
    }),
  );
  for (const body of [dossiers(records), steps(records), dossiers(fc.sample(strange, { numRuns: 300, seed: 22 }))]) {
    const { status, body: answer } = await send(office, body);
    expect(status, JSON.stringify(answer).slice(0, 200)).toBe(200);
    expect(answer.results).toHaveLength(body.data.length);
    expect(answer.records).toBe(body.data.length);
    expect(answer.inserted + answer.updated + answer.unchanged + answer.rejected).toBe(answer.records);
  }
  expect(await differences()).toEqual([]);
});

test("requests that come at once are taken one after the other", async () => {
  const records = randomRecords(900, 12).map((record, index) => ({ ...record, MaHoSo: `CUNG-${index}` }));
  const parts = [0, 150, 300, 450, 600, 750].map((from) => records.slice(from, from + 300));
  const answers = await Promise.all(parts.map((data) => send(office, dossiers(data))));
  expect(answers.map(({ status }) => status)).toEqual(parts.map(() => 200));
  expect(answers.reduce((sum, { body }) => sum + body.inserted, 0)).toBe(900);
  expect(await differences()).toEqual([]);
});

describe("scope", () => {
  test("a name stands for the sender's own unit; other units' dossiers are neither made nor taken away", async () => {
    await send(office, dossiers([portalRecord("CUA-B1", { DonViXuLy: "Phường Một" })]));
    const before = await storedRows(province);
    const { body } = await send(
      district,
      dossiers([portalRecord("CUA-B1"), portalRecord("MOI-B1", { DonViXuLy: "Phường Một" })]),
    );
    expect(body.results).toMatchObject([
      { code: "CUA-B1", result: "rejected", problems: [{ code: "dossierOutOfScope" }] },
      { code: "MOI-B1", result: "rejected", problems: [{ code: "unitOutOfScope" }] },
    ]);
    expect(await storedRows(province)).toEqual(before);
    const progress = await send(
      district,
      steps([{ MaHoSo: "CUA-B1", NguoiXuLy: "Lê Văn Ngoài", ThoiDiemXuLy: "20200303080000" }]),
    );
    expect(progress.body.results).toMatchObject([{ result: "rejected", problems: [{ code: "unknownDossier" }] }]);
    const own = await send(district, dossiers([portalRecord("CUA-A1")]));
    expect(own.body).toMatchObject({ inserted: 1, rejected: 0 });
  });
});

describe("progress", () => {
  const told = [
    { MaHoSo: "TD-1", NguoiXuLy: "Trần A", ChucDanh: "", ThoiDiemXuLy: "20200302090000", TrangThai: 2 },
    {
      MaHoSo: "TD-1",
      NguoiXuLy: "Lê B",
      PhongBanXuLy: "Thị trấn An Khê",
      ThoiDiemXuLy: "20200316160000",
      NgayBatDau: "20200303080000",
      NgayKetThucTheoQuyDinh: "20200309170000",
      NoiDungXuLy: `Thẩm định hồ sơ của ${APPLICANT.name}`,
    },
    { MaHoSo: "TD-KHONG-CO", NguoiXuLy: "Lê B", ThoiDiemXuLy: "20200303080000" },
    { MaHoSo: "TD-1", NguoiXuLy: "Lê B" },
  ];

  test("becomes steps of stored dossiers, the same once more changes nothing, an older moment corrects nothing", async () => {
    await send(office, dossiers([portalRecord("TD-1")]));
    const first = await send(office, steps(told));
    expect(first.body).toMatchObject({ records: 4, inserted: 2, rejected: 2 });
    expect(first.body.results.map(({ result }: { result: string }) => result)).toEqual([
      "inserted",
      "inserted",
      "rejected",
      "rejected",
    ]);
    const stored = () =>
      queryRows<Record<string, unknown>>(
        `SELECT officer, office, unit_id, from_on, due_on, finished_on FROM dossier_step ORDER BY acted_at`,
        [],
      );
    const before = await stored();
    expect(before).toMatchObject([
      { officer: "Trần A", office: "", unit_id: province.units.A1?.id, from_on: "2020-03-02", finished_on: null },
      {
        officer: "Lê B",
        unit_id: province.units.A2?.id,
        from_on: "2020-03-03",
        due_on: "2020-03-09",
        finished_on: "2020-03-16",
      },
    ]);
    expect(JSON.stringify(before)).not.toContain(APPLICANT.name);
    expect((await send(office, steps(told.slice(0, 2)))).body).toMatchObject({ unchanged: 2, updated: 0 });
    const corrected = { ...told[1], NgayKetThucTheoQuyDinh: "20200313170000" };
    const older = await send(office, steps([corrected], "2020-11-30T00:00:00+07:00"));
    expect(older.body).toMatchObject({ unchanged: 1 });
    expect(await stored()).toEqual(before);
    expect((await send(office, steps([corrected, corrected]))).body).toMatchObject({ updated: 1, unchanged: 1 });
    expect((await stored())[1]).toMatchObject({ due_on: "2020-03-13" });
  });

  test("a dossier shows where its time went, and names officers only to who may see them", async () => {
    await send(office, dossiers([portalRecord("TD-2")]));
    const at = (ThoiDiemXuLy: string, NguoiXuLy: string, told: object = {}) => ({
      MaHoSo: "TD-2",
      NguoiXuLy,
      ThoiDiemXuLy,
      ...told,
    });
    await send(
      office,
      steps([
        at("20200302083000", "Trần A", { PhongBanXuLy: "Bộ phận Một cửa" }),
        at("20200304083000", "Lê B", { PhongBanXuLy: "Tổ thẩm định", NgayKetThucTheoQuyDinh: "20200309170000" }),
        at("20200316083000", "Võ C", { NgayKetThucTheoQuyDinh: "20200320170000" }),
      ]),
    );
    const { delay, officer } = await getDossierByCode(province.viewer("A1", "district_leader"), "TD-2");
    expect(delay).toMatchObject({
      steps: [
        {
          ordinal: 1,
          officer: "Trần A",
          office: "Bộ phận Một cửa",
          endedOn: "2020-03-04",
          workingDaysUsed: 2,
          workingDaysAllowed: null,
        },
        {
          ordinal: 2,
          officer: "Lê B",
          endedOn: "2020-03-16",
          workingDaysUsed: 8,
          workingDaysAllowed: 3,
          workingDaysOver: 5,
        },
        {
          ordinal: 3,
          officer: "Võ C",
          office: null,
          unitName: "Xã Hòa Sơn",
          endedOn: "2020-03-18",
          workingDaysOver: 0,
        },
      ],
      responsible: { officer: "Lê B", workingDaysOver: 5 },
      workingDaysBetweenSteps: 0,
    });
    expect(officer).toBe("Võ C");
    const commune = await getDossierByCode(province.viewer("A1"), "TD-2");
    expect(commune.delay?.responsible).toMatchObject({ office: "Tổ thẩm định", officer: null, workingDaysOver: 5 });
    expect(JSON.stringify(commune)).not.toMatch(/Lê B|Võ C|Trần A/);
    expect((await getDossierByCode(province.viewer("A1"), "CUA-A1")).delay).toBeNull();
    const unit = province.viewer("A1");
    const period = { from: parseDay("2020-03-18"), to: parseDay("2020-03-18") };
    const times = await getStepTimes(unit, { ...period, unitId: unit.unitId });
    const shown = times.offices.map(({ office, used, over }) => [office, used.count, used.sum, over]);
    expect(times.all.dossiers).toBeGreaterThan(0);
    expect(shown).toContainEqual(["Tổ thẩm định", 1, 8, 1]);
    expect(shown).toContainEqual(["Bộ phận Một cửa", 1, 2, 0]);
    const list = { restOf: null, fieldId: null, channel: null, sort: "dueOn", page: 1 } as const;
    for (const { office, dossiers: passed, over } of [...times.offices, { office: null, ...times.all }]) {
      for (const [measure, count] of [
        ["stepped", passed],
        ["stepOver", over],
      ] as const) {
        const { total, rows } = await listDossiers(unit, { ...list, ...period, unitId: unit.unitId, measure, office });
        expect(total, `${measure} ${office}`).toBe(count);
        expect(new Set(rows.map(({ finishedOn }) => finishedOn))).toEqual(new Set(count > 0 ? ["2020-03-18"] : []));
      }
    }
  });
});

test("a step begun at the moment at which the one before it ended comes after it, and lasts", async () => {
  await send(office, dossiers([portalRecord("TD-3", { TrangThaiHoSo: "4", NgayKetThucXuLy: "", NgayTra: "" })]));
  const step = (officer: string, told: object) => ({ MaHoSo: "TD-3", NguoiXuLy: officer, ...told });
  await send(
    office,
    steps([
      step("An", { PhongBanXuLy: "Chuyên môn", ThoiDiemXuLy: "20200302094500" }),
      step("Ba", { PhongBanXuLy: "Một cửa", ThoiDiemXuLy: "20200302094500", NgayBatDau: "20200302083000" }),
    ]),
  );
  const { delay } = await getDossierByCode(province.viewer("A1", "district_leader"), "TD-3");
  expect(delay?.steps.map(({ office: place, endedOn }) => [place, endedOn])).toEqual([
    ["Một cửa", "2020-03-02"],
    ["Chuyên môn", null],
  ]);
});

describe("Idempotency-Key", () => {
  test("the same request gets the same answer, another content is refused", async () => {
    const headers = { "Idempotency-Key": "lan-1" };
    const body = dossiers([portalRecord("KHOA-1")]);
    const first = await send(office, body, headers);
    expect(first.body.results[0].result).toBe("inserted");
    const again = await send(office, body, headers);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    const other = await send(office, dossiers([portalRecord("KHOA-2")]), headers);
    expect(other).toMatchObject({ status: 422, body: { error: "requestKeyReused" } });
    const another = await send(district, dossiers([portalRecord("KHOA-3")]), headers);
    expect(another.status).toBe(200);
  });

  test("a request that failed may be sent again under its key", async () => {
    const headers = { "Idempotency-Key": "lan-2" };
    const future = await send(office, dossiers([portalRecord("KHOA-4")], "2099-01-01T00:00:00Z"), headers);
    expect(future).toMatchObject({ status: 400, body: { error: "invalidInput" } });
    expect((await send(office, dossiers([portalRecord("KHOA-4")]), headers)).status).toBe(200);
  });
});

describe("tokens", () => {
  test("shown once, listed without their secret, refused once revoked or over", async () => {
    const secret = await makeToken("A1", "sắp thu hồi");
    expect((await send(secret, dossiers([portalRecord("THU-1")]))).status).toBe(200);
    const [stored] = await queryRows<{ text: string }>("SELECT string_agg(t::text, ' ') AS text FROM api_token t", []);
    expect(stored?.text).not.toContain(secret);
    const listed = await listApiTokens(operatorViewer(province.id));
    expect(listed.find(({ name }) => name === "sắp thu hồi")).toMatchObject({
      unitName: "Xã Hòa Sơn",
      revokedAt: null,
    });
    expect(listed.find(({ name }) => name === "sắp thu hồi")?.lastUsedAt).not.toBeNull();
    await revokeApiToken(operatorViewer(province.id), { tokenName: "sắp thu hồi" });
    await revokeApiToken(operatorViewer(province.id), { tokenName: "sắp thu hồi" });
    const refused = await send(secret, dossiers([portalRecord("THU-2")]));
    expect(refused).toMatchObject({ status: 401, body: { error: "tokenInvalid" } });
    expect(refused.headers.get("www-authenticate")).toBe("Bearer");
    const brief = await makeToken("A1", "ngắn hạn");
    await queryRows("UPDATE api_token SET expires_at = now() - interval '1 second' WHERE name = 'ngắn hạn'", []);
    expect((await send(brief, dossiers([portalRecord("THU-3")]))).status).toBe(401);
    const audited = await queryRows<{ action: string }>(
      "SELECT action FROM audit_entry WHERE subject = 'sắp thu hồi' ORDER BY id",
      [],
    );
    expect(audited.map(({ action }) => action)).toEqual(["createApiToken", "revokeApiToken"]);
  });

  test("a name is taken once; a token that is over before it begins is none", async () => {
    await expect(makeToken("A1", "tỉnh")).rejects.toMatchObject({ code: "invalidInput", params: { reason: "taken" } });
    const past = createApiToken(operatorViewer(province.id), {
      tokenName: "quá khứ",
      sourceName: "Một cửa",
      unitId: province.units.A1?.id ?? 0,
      expiresAt: new Date("2020-01-01T00:00:00Z"),
    });
    await expect(past).rejects.toMatchObject({ params: { field: "expiresAt", reason: "past" } });
  });
});
