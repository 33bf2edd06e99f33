import "server-only";
import { rm } from "node:fs/promises";
import { removeSample } from "../uploads/import-sample";
import { removePreviewChanges } from "../uploads/preview-changes-file";
import { removeReturnedRows } from "../uploads/returned-rows-file";
import { uploadPath } from "./upload-path";

/** Removes all that was kept beside the database for a batch. */
export async function dropFiles(provinceId: number, batchId: number): Promise<void> {
  await rm(uploadPath(provinceId, batchId), { force: true });
  await removeSample(provinceId, batchId);
  await removePreviewChanges(provinceId, batchId);
  await removeReturnedRows(provinceId, batchId);
}
