import type { NextRequest } from "next/server";
import { respond } from "@/app/api/respond";
import { REPORT_FORMATS, REPORT_KINDS, type ReportFormat } from "@/lib/reports";
import { AppError } from "@/server/errors";
import { renderReportCsv } from "@/server/reports/render-csv";
import { MOST_XLSX_ROWS, renderXlsx } from "@/server/reports/render-xlsx";
import type { Report } from "@/server/reports/report";
import { toByteStream } from "@/server/reports/to-byte-stream";
import { REPORT_LOADERS } from "./load-report";

const FORMATS: Readonly<
  Record<ReportFormat, { ending: string; type: string; render: (report: Report) => AsyncGenerator<Uint8Array> }>
> = {
  xlsx: {
    ending: ".xlsx",
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    render: renderXlsx,
  },
  csv: { ending: ".csv", type: "text/csv; charset=utf-8", render: (report) => renderReportCsv(report, "csv") },
  unicode: {
    ending: "-unicode.csv",
    type: "text/csv; charset=utf-16le",
    render: (report) => renderReportCsv(report, "unicode"),
  },
};

type Context = { params: Promise<{ reportKind: string }> };

/**
 * GET ?format=xlsx|csv|unicode and the parameters of the page that shows the table: the table as a file, written as
 * it is read. 401 without a login, 404 out of scope and for tables that do not exist.
 */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const { reportKind } = await params;
  return respond(async (viewer) => {
    const query = request.nextUrl.searchParams;
    const kind = REPORT_KINDS.find((candidate) => candidate === reportKind);
    const format = REPORT_FORMATS.find((candidate) => candidate === (query.get("format") ?? "xlsx"));
    if (kind === undefined || format === undefined) throw new AppError("notFound", { what: "report" });
    const report = await REPORT_LOADERS[kind](viewer, Object.fromEntries(query));
    if (format === "xlsx" && report.rowCount > MOST_XLSX_ROWS) {
      throw new AppError("tooManyRows", { rows: report.rowCount });
    }
    const { ending, type, render } = FORMATS[format];
    return new Response(toByteStream(render(report)), {
      headers: {
        "Content-Type": type,
        "Content-Disposition": `attachment; filename="${report.fileName}${ending}"`,
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
      },
    });
  });
}
