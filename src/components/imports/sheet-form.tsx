import type { ReadingNote } from "@/lib/reading-note";
import { IMPORT_MAPPING } from "@/lib/strings/import-mapping";

type SheetFormProps = {
  readonly reading: ReadingNote;
  /** Null once the batch is decided: then the file is uploaded anew for the next sheet. */
  readonly save: ((form: FormData) => Promise<void>) | null;
};

const { sheetForm: words } = IMPORT_MAPPING;

/** Of a workbook with several lists one is read: which ones are not, and a way to read another of them instead. */
export function SheetForm({ reading: { sheet, others }, save }: SheetFormProps) {
  const lists = others.filter(({ kind }) => kind === "list").map(({ name }) => name);
  if (sheet === null || lists.length === 0) return null;
  return (
    <section aria-labelledby="sheets" data-sheets="">
      <h2 id="sheets" className="text-xl font-semibold">
        {words.title(lists.length)}
      </h2>
      <p className="max-w-prose">{words.lead(sheet, lists)}</p>
      {save !== null && (
        <form action={save} className="mt-2 flex flex-wrap items-end gap-4">
          <label className="grid min-w-0 max-w-full gap-0.5 text-sm text-secondary">
            {words.choose}
            <select name="sheet" defaultValue={sheet} className="field max-w-full">
              {[sheet, ...lists].map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" className="button-quiet">
            {words.submit}
          </button>
        </form>
      )}
    </section>
  );
}
