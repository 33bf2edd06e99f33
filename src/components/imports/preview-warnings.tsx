import type { ImportWarning } from "@/lib/import-preview";
import { describeWarning, IMPORT_PREVIEW as words } from "@/lib/strings/import-preview";

/** What is unusual about a file: to be looked at before deciding, never in the way of it. */
export function PreviewWarnings({ warnings }: { readonly warnings: readonly ImportWarning[] }) {
  if (warnings.length === 0) return null;
  return (
    <section aria-labelledby="warnings" className="max-w-3xl">
      <h2 id="warnings" className="mb-2 text-xl font-semibold">
        {words.warningsTitle(warnings.length)}
      </h2>
      <ul className="list-disc pl-6">
        {warnings.map((warning) => (
          <li key={warning.code} data-warning={warning.code} className="mb-1 break-words">
            {describeWarning(warning)}
          </li>
        ))}
      </ul>
      <p className="mt-2 text-sm text-secondary">{words.warningsNote}</p>
    </section>
  );
}
