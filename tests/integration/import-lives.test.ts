import { beforeEach, describe, expect, test } from "vitest";
import type { Pause } from "@/lib/sla";
import { queryRows } from "@/server/db";
import { importFile } from "@/server/imports/import-file";
import { verify } from "@/server/ledger/verify";
import { randomRows } from "../support/random-dossiers";
import { importRows, type ListRow, makeProvince, type SmallProvince, writeList } from "../support/small-province";
import { storedRows } from "../support/stored-rows";

let province: SmallProvince;
let made = 0;

beforeEach(async () => {
  made += 1;
  province = await makeProvince(`lives-${made}`);
});

async function expectSound(): Promise<void> {
  const { differences } = await verify(province.viewer("P", "province_office"), { seed: made, samples: 10 });
  expect(differences).toEqual([]);
}

const DOSSIER: ListRow = {
  "Mã hồ sơ": "H99-1",
  "Đơn vị tiếp nhận": "Xã Hòa Sơn",
  "Mã thủ tục": "1.000001",
  "Trạng thái": "Đang xử lý",
  "Ngày nhận": "01/06/2020",
  "Ngày hẹn trả": "10/06/2020",
  "Ngày tạm dừng": "",
  "Ngày tiếp tục": "",
};

function as(changes: ListRow, asOf: string) {
  return importRows(province, [{ ...DOSSIER, ...changes }], { asOf: `${asOf}T17:00:00+07:00` });
}

async function dossier() {
  const [row] = await queryRows<{ status: string; due: string; outcome: string | null; pauses: Pause[] }>(
    `SELECT d.status, d.due_on AS due, d.outcome,
            coalesce((SELECT json_agg(json_build_object('from', p.from_on, 'until', p.until_on, 'reason', p.reason)
                                      ORDER BY p.from_on)
                        FROM dossier_pause p WHERE p.province_id = d.province_id AND p.dossier_id = d.id), '[]') AS pauses
       FROM dossier d WHERE d.province_id = $1 AND d.code = 'H99-1'`,
    [province.id],
  );
  return row;
}

describe("the same file again", () => {
  test("changes nothing", async () => {
    const rows = randomRows(2000, 11);
    expect(await importRows(province, rows)).toMatchObject({ inserted: 2000, rejected: 0 });
    await expectSound();
    const before = await storedRows(province);
    expect(await importRows(province, rows)).toMatchObject({ accepted: 0, inserted: 0, updated: 0, unchanged: 2000 });
    expect(await storedRows(province)).toEqual(before);
  });

  test("with 200 rows edited updates 200, and the ledger follows", async () => {
    const rows = randomRows(2000, 12);
    const others = randomRows(2000, 13);
    await importRows(province, rows);
    const edited = rows.map((row, at) =>
      at % 10 === 0 ? { ...row, ...others[at], "Người xử lý": `Cán bộ ${at}`, "Mã hồ sơ": row["Mã hồ sơ"] ?? "" } : row,
    );
    expect(await importRows(province, edited)).toMatchObject({ inserted: 0, updated: 200, unchanged: 1800 });
    await expectSound();
    expect(await importRows(province, edited)).toMatchObject({ accepted: 0, unchanged: 2000 });
    await expectSound();
  });

  test("from another source is another dossier", async () => {
    const rows = randomRows(50, 14);
    await importRows(province, rows);
    expect(await importRows(province, rows, { sourceName: "Một cửa" })).toMatchObject({ inserted: 50 });
    await expectSound();
  });
});

describe("exports out of order", () => {
  test("an older one after a newer one changes nothing", async () => {
    await as({ "Ngày hẹn trả": "12/06/2020" }, "2020-07-31");
    const before = await storedRows(province);
    expect(await as({ "Ngày hẹn trả": "10/06/2020" }, "2020-06-30")).toMatchObject({ accepted: 0, unchanged: 1 });
    expect(await storedRows(province)).toEqual(before);
    expect(await dossier()).toMatchObject({ due: "2020-06-12" });
  });

  test("an older one that differs cannot undo what a newer one confirmed", async () => {
    await as({}, "2020-06-30");
    expect(await as({}, "2020-08-31")).toMatchObject({ unchanged: 1 });
    expect(await as({ "Ngày hẹn trả": "20/06/2020" }, "2020-07-31")).toMatchObject({ accepted: 0, unchanged: 1 });
    expect(await dossier()).toMatchObject({ due: "2020-06-10" });
    expect(await as({ "Ngày hẹn trả": "20/06/2020" }, "2020-09-30")).toMatchObject({ updated: 1 });
    await expectSound();
  });

  test("an older one does not end a pause that a newer one knows", async () => {
    await as({ "Trạng thái": "Yêu cầu bổ sung giấy tờ", "Ngày tạm dừng": "05/07/2020" }, "2020-07-31");
    await as({}, "2020-06-30");
    expect((await dossier())?.pauses).toEqual([{ from: "2020-07-05", until: null, reason: "awaitingSupplement" }]);
    await expectSound();
  });
});

describe("pauses told one at a time", () => {
  test("are put together over the exports", async () => {
    await as({ "Trạng thái": "Yêu cầu bổ sung giấy tờ", "Ngày tạm dừng": "03/06/2020" }, "2020-06-04");
    await as({ "Ngày tạm dừng": "03/06/2020", "Ngày tiếp tục": "05/06/2020" }, "2020-06-06");
    await as({ "Trạng thái": "Yêu cầu thực hiện nghĩa vụ tài chính", "Ngày tạm dừng": "08/06/2020" }, "2020-06-08");
    await as({ "Trạng thái": "Đã trả kết quả", "Ngày kết thúc xử lý": "12/06/2020" }, "2020-06-30");
    const { pauses = [], outcome } = (await dossier()) ?? {};
    expect(pauses.map(({ from, until }) => [from, until])).toEqual([
      ["2020-06-03", "2020-06-05"],
      ["2020-06-08", "2020-06-30"],
    ]);
    expect(outcome).not.toBeNull();
    await expectSound();
  });
});

describe("a dry run", () => {
  test("counts as the import does, and writes nothing", async () => {
    const rows = randomRows(500, 15);
    await importRows(province, rows.slice(0, 300));
    const before = await storedRows(province);
    const offered = [...rows, { ...DOSSIER, "Mã hồ sơ": "X", "Ngày nhận": "hôm qua" }];
    const input = {
      provinceId: province.id,
      sourceName: "iGate",
      isDemo: false,
      filePath: await writeList(offered),
      fileName: "list.csv",
      asOf: new Date("2020-12-31T23:59:59+07:00"),
    };
    const viewer = province.viewer("P", "province_office");
    const { batch, ...shown } = await importFile(viewer, { ...input, dryRun: true });
    expect(shown).toMatchObject({ rowsRead: 501, inserted: 200, updated: 0, unchanged: 300, rejected: 1 });
    expect(await storedRows(province)).toEqual(before);
    const { batch: applied, ...done } = await importFile(viewer, { ...input, dryRun: false });
    expect(done).toEqual(shown);
    expect(applied).not.toBe(batch);
    await expectSound();
  });
});
