import { PageTitle } from "@/components/ui/page-title";
import { Section } from "@/components/ui/section";
import { AGGREGATES } from "@/lib/strings/aggregates";
import { IMPORT_PAGES } from "@/lib/strings/import-pages";
import { UploadForm, type UploadFormProps } from "./upload-form";

const { form: words } = IMPORT_PAGES;

/** The first of two steps: the file comes in and is read; nothing is written before the second. */
export function NewImport(props: UploadFormProps) {
  return (
    <div className="grid gap-6">
      <PageTitle title={words.title} label={words.lead} />
      <UploadForm {...props} />
      <Section id="columns" title={words.columns}>
        <div className="grid max-w-[80ch] gap-2 text-sm">
          <p>{words.columnsRequired}</p>
          <p>{words.columnsOptional}</p>
          <p>{words.columnsDropped}</p>
          <p>
            <strong className="font-semibold">{AGGREGATES.import.forms}.</strong> {AGGREGATES.import.formsText}
          </p>
        </div>
      </Section>
    </div>
  );
}
