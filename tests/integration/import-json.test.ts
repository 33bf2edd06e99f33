import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { queryRows } from "@/server/db";
import { importFile } from "@/server/imports/import-file";
import { recordsSource } from "@/server/imports/portal/records-source";
import { openBatch } from "@/server/imports/batch-rows";
import { runBatch } from "@/server/imports/run-batch";
import { verify } from "@/server/ledger/verify";
import { portalRecord, randomRecords } from "../support/portal-records";
import { makeProvince, type SmallProvince } from "../support/small-province";
import { storedRows } from "../support/stored-rows";

const AS_OF = new Date("2020-12-31T23:59:59+07:00");

let province: SmallProvince;

beforeAll(async () => {
  province = await makeProvince("json");
});

async function importText(text: string | Buffer, fileName = "DongBoHoSoMC.json") {
  const filePath = join(await mkdtemp(join(tmpdir(), "portal-")), "file");
  await writeFile(filePath, text);
  return importFile(province.viewer("P", "province_office"), {
    provinceId: province.id,
    sourceName: "iGate",
    isDemo: false,
    filePath,
    fileName,
    asOf: AS_OF,
    dryRun: false,
  });
}

const envelope = (data: readonly unknown[], service = "DongBoHoSoMC") =>
  JSON.stringify({ session: "s", madonvi: "000.00.01.H99", service, isUpdating: false, data }, null, 1);

test("a file of the portal is a dossier list: taken over, counted, sent again it changes nothing", async () => {
  const records = randomRecords(2000, 5);
  expect(await importText(envelope(records))).toMatchObject({ rowsRead: 2000, inserted: 2000, rejected: 0 });
  expect((await verify(province.viewer("P", "admin"), { seed: 3, samples: 10 })).differences).toEqual([]);
  const before = await storedRows(province);
  expect(await importText(`\uFEFF${JSON.stringify(records)}`)).toMatchObject({ unchanged: 2000, updated: 0 });
  expect(await storedRows(province)).toEqual(before);
});

test("what comes as a file and what is sent is the same", async () => {
  const before = await storedRows(province);
  const viewer = province.viewer("P", "province_office");
  const records = randomRecords(2000, 5);
  const batch = await openBatch(viewer, {
    sourceName: "iGate",
    isDemo: false,
    fileName: "x",
    fileSha256: "",
    fileBytes: 0,
    asOf: AS_OF,
  });
  const outcome = await runBatch(batch, {
    source: recordsSource(viewer, "DongBoHoSoMC", records),
    scopePath: "/",
    dryRun: false,
    waitMs: 0,
    answersEach: true,
    onProgress: () => {},
  });
  expect(outcome).toMatchObject({ unchanged: 2000, inserted: 0, updated: 0, rejected: 0 });
  expect(await storedRows(province)).toEqual(before);
});

test("progress comes as a file too, and waits for its dossiers", async () => {
  await importText(envelope([portalRecord("F-1")]));
  const step = { MaHoSo: "F-1", NguoiXuLy: "Lê B", ThoiDiemXuLy: "20200303080000" };
  const text = envelope([step, { ...step, MaHoSo: "F-2" }], "CapNhatTienDoHoSoMC");
  expect(await importText(text)).toMatchObject({ rowsRead: 2, inserted: 1, rejected: 1 });
  expect(await importText(text)).toMatchObject({ rowsRead: 2, unchanged: 1, rejected: 1 });
  const steps = await queryRows("SELECT officer FROM dossier_step", []);
  expect(steps).toEqual([{ officer: "Lê B" }]);
});

test("wrong records are listed by their number and field", async () => {
  const { problems } = await importText(
    envelope([portalRecord("F-3"), portalRecord("F-4", { DonViXuLy: "Xã Lạ" }), 7].slice(0, 2)),
  );
  expect(problems).toMatchObject([{ row: 2, column: "DonViXuLy", code: "unknownUnit" }]);
});

test.each([
  ["cut off", envelope([portalRecord("F-5")]).slice(0, -3), "fileUnreadable"],
  ["no UTF-8", Buffer.from([0x5b, 0x7b, 0x22, 0xff, 0xfe, 0x22]), "fileUnreadable"],
  ["an empty list", "[]", "fileEmpty"],
  ["no list", '{"MaHoSo": "F-6"}', "fileUnreadable"],
  ["a page", "<html></html>", "fileTypeMismatch"],
])("a file that is %s is refused whole", async (_, text, code) => {
  const before = await storedRows(province);
  await expect(importText(text)).rejects.toMatchObject({ code });
  expect(await storedRows(province)).toEqual(before);
});
