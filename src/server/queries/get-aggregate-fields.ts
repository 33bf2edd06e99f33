import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { Period } from "@/lib/period";
import { requireUnit } from "../access/scope";
import { type NewestFigure, newestFigures } from "../aggregates/newest-figures";

export type AggregateField = Pick<NewestFigure, "fieldName" | "counts">;

/** The fields of form II.06a as one batch told them of a unit and period. */
export type AggregateForm = Pick<NewestFigure, "batchId" | "period" | "sourceName" | "asOf"> & {
  readonly fields: readonly AggregateField[];
};

const MOST_ROWS = 2000;

/** Forms II.06a of a unit within a period that came as tables, newest first. They are part of no sum. Throws `notFound`. */
export async function getAggregateFields(
  viewer: Viewer,
  { unitId, from, to }: Period & { readonly unitId: number },
): Promise<AggregateForm[]> {
  const unit = await requireUnit(viewer, unitId);
  const { figures } = await newestFigures(
    viewer,
    { unitIds: [unit.id], from, to },
    { ofFields: true, most: MOST_ROWS },
  );
  const forms = new Map<string, AggregateForm & { fields: AggregateField[] }>();
  for (const { batchId, period, sourceName, asOf, fieldName, counts } of figures) {
    const key = `${period.from} ${period.to} ${batchId}`;
    const form = forms.get(key) ?? { batchId, period, sourceName, asOf, fields: [] };
    form.fields.push({ fieldName, counts });
    forms.set(key, form);
  }
  return [...forms.values()];
}
