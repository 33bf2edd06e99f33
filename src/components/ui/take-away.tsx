import { REPORT_FORMATS, type ReportKind, reportHref } from "@/lib/reports";
import { FORMAT_NAMES, REPORTS } from "@/lib/strings/reports";
import { PrintButton } from "./print-button";

type TakeAwayProps = {
  readonly kind: ReportKind;
  /** Of the page that shows the table. */
  readonly params: URLSearchParams;
  /** The page prints as it is. */
  readonly canPrint?: boolean;
  /** The reader may ask for officers' names. */
  readonly canAskOfficers?: boolean;
};

/** The table as a file or on paper. */
export function TakeAway({ kind, params, canPrint = false, canAskOfficers = false }: TakeAwayProps) {
  const withOfficers = new URLSearchParams(params);
  withOfficers.set("officers", "1");
  return (
    <ul aria-label={REPORTS.takeAway} className="mb-3 flex flex-wrap gap-x-4 text-sm print:hidden">
      {REPORT_FORMATS.map((format) => (
        <li key={format}>
          <a href={reportHref(kind, format, params)}>{FORMAT_NAMES[format]}</a>
        </li>
      ))}
      {canAskOfficers && (
        <li>
          <a href={reportHref(kind, "xlsx", withOfficers)}>{REPORTS.withOfficers}</a>
        </li>
      )}
      {canPrint && (
        <li>
          <PrintButton />
        </li>
      )}
    </ul>
  );
}
