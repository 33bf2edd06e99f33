import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { CutNarrowing } from "@/lib/unit-cuts";
import { AppError } from "../errors";
import { keptRows } from "../kept-rows";

export type NarrowingNames = { readonly field: string | null; readonly procedure: string | null };

const NAMES_SQL = `SELECT (SELECT name FROM field WHERE province_id = $1 AND id = $2) AS field,
  (SELECT name FROM procedure WHERE province_id = $1 AND id = $3) AS procedure`;

/** How the field and the procedure are called. Throws `notFound` for one that the province does not have. */
export async function nameNarrowing(viewer: Viewer, { fieldId, procedureId }: CutNarrowing): Promise<NarrowingNames> {
  const [names = { field: null, procedure: null }] = await keptRows<NarrowingNames>(
    NAMES_SQL,
    [viewer.provinceId, fieldId, procedureId],
    "name-narrowing",
  );
  const isMissing = (fieldId !== null && names.field === null) || (procedureId !== null && names.procedure === null);
  if (isMissing) throw new AppError("notFound", { what: "procedure" });
  return names;
}
