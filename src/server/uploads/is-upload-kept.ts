import "server-only";
import { access } from "node:fs/promises";
import { uploadPath } from "../imports/upload-path";

/** Whether what was uploaded for a batch is still there. */
export async function isUploadKept(provinceId: number, batchId: number): Promise<boolean> {
  return access(uploadPath(provinceId, batchId)).then(
    () => true,
    () => false,
  );
}
