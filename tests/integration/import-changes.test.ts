import { buffer } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { confirmImport } from "@/server/mutations/confirm-import";
import { previewImport } from "@/server/mutations/preview-import";
import { getDataStatus } from "@/server/queries/get-data-status";
import { getImport } from "@/server/queries/get-import";
import { getImportPreview } from "@/server/queries/get-import-preview";
import { streamPreviewChanges } from "@/server/queries/stream-preview-changes";
import { buildChangesReport } from "@/server/reports/build-changes-report";
import { renderReportCsv } from "@/server/reports/render-csv";
import { goodRows } from "../support/corpus/corpus-file";
import { offer, ownUploads, untilShown } from "../support/offered-file";
import { importRows, makeProvince, TWO_DISTRICTS } from "../support/small-province";

ownUploads();

const COUNT = 450;
const FORMULA = "=HYPERLINK(1)";

test("all changed dossiers of a preview are in its file, field by field, until it is written", async () => {
  const province = await makeProvince("changes", TWO_DISTRICTS);
  const office = province.viewer("P", "province_office");
  await importRows(province, goodRows(COUNT, { "Người xử lý": "Cũ" }), { asOf: "2020-12-30T08:00:00+07:00" });
  const rows = goodRows(COUNT, { "Người xử lý": FORMULA, "Ngày kết thúc xử lý": "07/10/2020" });
  const batchId = await offer(office, rows);
  await previewImport(office, { batchId });
  expect(await untilShown(office, batchId, ["previewed"])).toMatchObject({ updated: COUNT, hasChanges: true });

  const preview = await getImportPreview(office, batchId);
  expect(preview?.changes.dossiers).toHaveLength(200);
  const changes = await streamPreviewChanges(office, batchId);
  expect(changes).toMatchObject({ dossiers: COUNT, total: COUNT * 2 });
  const report = buildChangesReport({ ...changes, batchId, fileName: "list.csv" }, await getDataStatus(office));
  const lines: string[][] = parse(await buffer(renderReportCsv(report, "csv")), {
    bom: true,
    relax_column_count: true,
  });
  const told = lines.filter(([code]) => code?.startsWith("H99-"));
  expect(told).toHaveLength(COUNT * 2);
  expect(new Set(told.map(([code]) => code)).size).toBe(COUNT);
  expect(told.slice(0, 2).map((line) => line.slice(2))).toEqual([
    ["Ngày kết thúc xử lý", "05/10/2020", "07/10/2020"],
    ["Người xử lý", "Cũ", `'${FORMULA}`],
  ]);

  const officer = { ...office, role: "commune_officer" as const };
  await expect(streamPreviewChanges(officer, batchId)).rejects.toMatchObject({ code: "notFound" });
  await confirmImport(office, { batchId });
  expect(await untilShown(office, batchId, ["applied"])).toMatchObject({ hasChanges: false });
  await expect(streamPreviewChanges(office, batchId)).rejects.toMatchObject({ code: "notFound" });
  // Its reader has ended when the file is gone: the database goes next.
  await expect.poll(async () => (await getImport(office, batchId)).hasFile, { timeout: 40_000 }).toBe(false);
});
