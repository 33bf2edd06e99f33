import { DayField } from "@/components/ui/day-field";
import { SelectField } from "@/components/ui/select-field";
import { DOSSIER_SORTS, type DossierFilter, dossierFilterToParams, MEASURES } from "@/lib/filters";
import { CHANNELS } from "@/lib/sla";
import { CHANNEL_NAMES, MEASURE_NAMES } from "@/lib/strings/classes";
import { COMMON, capitalise } from "@/lib/strings/common";
import { DOSSIERS, SORT_NAMES } from "@/lib/strings/dossiers";
import { PERIODS } from "@/lib/strings/periods";

export type FieldChoice = { readonly fieldId: number; readonly name: string };

type DossierFilterFormProps = { readonly filter: DossierFilter; readonly fields: readonly FieldChoice[] };

const ALL = { value: "", label: COMMON.all };

/** A plain GET form over what the list shows. */
export function DossierFilterForm({ filter, fields }: DossierFilterFormProps) {
  return (
    <form action="/dossiers" className="flex flex-wrap items-end gap-x-4 gap-y-2">
      <input type="hidden" name="unitId" value={filter.unitId} />
      {filter.procedureId != null && <input type="hidden" name="procedureId" value={filter.procedureId} />}
      {[...dossierFilterToParams({ formula: filter.formula, target: filter.target })].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {filter.officer && <input type="hidden" name="officer" value={filter.officer} />}
      {filter.office && <input type="hidden" name="office" value={filter.office} />}
      {filter.restOf !== null && <input type="hidden" name="restOf" value={filter.restOf} />}
      <SelectField
        name="measure"
        label={DOSSIERS.measure}
        value={filter.measure}
        options={MEASURES.map((measure) => ({ value: measure, label: capitalise(MEASURE_NAMES[measure]) }))}
      />
      <DayField name="from" label={PERIODS.from} value={filter.from} />
      <DayField name="to" label={PERIODS.to} value={filter.to} />
      <SelectField
        name="fieldId"
        label={DOSSIERS.field}
        value={filter.fieldId === null ? "" : String(filter.fieldId)}
        options={[ALL, ...fields.map(({ fieldId, name }) => ({ value: String(fieldId), label: name }))]}
      />
      <SelectField
        name="channel"
        label={DOSSIERS.channel}
        value={filter.channel ?? ""}
        options={[ALL, ...CHANNELS.map((channel) => ({ value: channel, label: CHANNEL_NAMES[channel] }))]}
      />
      <SelectField
        name="sort"
        label={DOSSIERS.sort}
        value={filter.sort}
        options={DOSSIER_SORTS.map((sort) => ({ value: sort, label: SORT_NAMES[sort] }))}
      />
      <button type="submit" className="button text-sm">
        {COMMON.show}
      </button>
    </form>
  );
}
