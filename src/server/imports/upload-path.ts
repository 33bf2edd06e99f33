import "server-only";
import { resolve } from "node:path";
import { env } from "../env";

/** Where the bytes of an offered file wait until they are confirmed or dropped. */
export function uploadPath(provinceId: number, batchId: number): string {
  return resolve(env().DUNGHEN_DATA_DIR, "uploads", `${provinceId}-${batchId}`);
}
