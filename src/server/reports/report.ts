import "server-only";

/**
 * What a column holds. count: an integer. percent: hundredths of a percent. day: "YYYY-MM-DD". moment:
 * "YYYY-MM-DDTHH:mm:ss" on the clock of the province.
 */
export type ColumnKind = "text" | "count" | "percent" | "day" | "moment";

export type ReportColumn = {
  readonly head: string;
  /** Columns of one group stand together under its name. */
  readonly group: string | null;
  readonly kind: ColumnKind;
  /** In characters. */
  readonly width: number;
};

/** As its column says; null where there is nothing. */
export type ReportCell = string | number | null;
export type ReportRow = readonly ReportCell[];

/** One table with what must be known to read it; every format is drawn from this. */
export type Report = {
  /** Without its ending; letters, digits and "-" only. */
  readonly fileName: string;
  readonly sheetName: string;
  /** The finding. */
  readonly title: string;
  /** Under it: unit, period, formula, target; then how fresh the figures are. */
  readonly facts: readonly string[];
  /** Rows of heads above those of the columns, as somebody's file writes them: nothing of them is merged. */
  readonly headsAbove?: readonly (readonly string[])[];
  readonly columns: readonly ReportColumn[];
  readonly rows: Iterable<ReportRow> | AsyncIterable<ReportRow>;
  /** How many `rows` will be. */
  readonly rowCount: number;
  /** The rest and the total, ruled off. */
  readonly sums: readonly ReportRow[];
  /** A table of another kind of figures under it, with columns of its own: part of no sum. */
  readonly apart?: ReportPart;
  readonly notes: readonly string[];
};

export type ReportPart = {
  /** What it is, and that it is not added to what stands above. */
  readonly heading: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ReportRow[];
};
