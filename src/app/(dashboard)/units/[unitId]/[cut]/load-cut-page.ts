import type { CutPageProps } from "@/components/units/cut-page";
import type { Viewer } from "@/lib/access/viewer";
import type { View } from "@/lib/filters";
import { type CutNarrowing, UNIT_CUTS } from "@/lib/unit-cuts";
import { AppError } from "@/server/errors";
import { recordOfficersSeen } from "@/server/mutations/record-officers-seen";
import { getTalliesByCut } from "@/server/queries/get-tallies-by-cut";
import { nameNarrowing } from "@/server/queries/name-narrowing";
import { loadUnitFrame } from "../load-unit-frame";

type CutAddress = { readonly unitId: number; readonly cut: string; readonly showsAll: boolean } & {
  readonly narrowing: CutNarrowing;
};

/** A unit's counts by what its address names. Throws `notFound`. */
export async function loadCutPage(
  viewer: Viewer,
  { unitId, cut: word, showsAll, narrowing }: CutAddress,
  params: View,
): Promise<CutPageProps> {
  const cut = UNIT_CUTS.find((known) => known === word);
  if (cut === undefined) throw new AppError("notFound", { what: "page" });
  const frame = await loadUnitFrame(viewer, unitId, params);
  const { from, to } = frame.view;
  const [rows, names] = await Promise.all([
    getTalliesByCut(viewer, { unitId, cut, from, to, ...narrowing }),
    nameNarrowing(viewer, narrowing),
  ]);
  if (cut === "officers") await recordOfficersSeen(viewer, { unitId, officers: rows.length });
  return { frame, cut, rows, showsAll, narrowing, names };
}
