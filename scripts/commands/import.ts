import { basename } from "node:path";
import type { Viewer } from "@/lib/access/viewer";
import type { AggregateNote } from "@/lib/reading-note";
import { AGGREGATES } from "@/lib/strings/aggregates";
import { CLI } from "@/lib/strings/cli";
import { IMPORT_LOG } from "@/lib/strings/import-log";
import { now } from "@/server/clock";
import type { ImportInput, ImportResult } from "@/server/imports/import-file";
import { importInWorker } from "@/server/imports/import-in-worker";
import { cancelImport } from "@/server/mutations/cancel-import";
import type { ImportDetails } from "@/server/queries/get-import";
import { StatusLine } from "../lib/status-line";
import { readArguments, UsageError } from "./arguments";
import type { Command } from "./command";
import { EXIT_DONE, EXIT_FINDINGS } from "./exit-codes";
import { viewerOfProvince } from "./find-province";
import { printJson, printLine } from "./output";
import { readPeriod } from "./read-period";

const words = AGGREGATES.import;

export const importCommand: Command = {
  usage:
    "import FILE --source NAME [--as-of YYYY-MM-DD[THH:mm:ss]] [--period 2020-09|2020-Q3|2020|FROM..TO] [--sheet NAME] [--province CODE] [--dry-run] [--json]",
  async run(argv) {
    const args = readArguments(argv, {
      options: ["source", "as-of", "period", "sheet", "province"],
      flags: ["dry-run"],
    });
    const [filePath] = args.positionals;
    if (filePath === undefined) throw new UsageError(CLI.missingArgument("FILE"));
    const viewer = await viewerOfProvince(args.option("province"));
    const input: ImportInput = {
      provinceId: viewer.provinceId,
      sourceName: args.required("source"),
      isDemo: false,
      filePath,
      fileName: basename(filePath),
      asOf: readMoment(args.option("as-of")),
      dryRun: args.flag("dry-run"),
      period: readPeriod(args.option("period")),
      sheet: args.option("sheet"),
    };
    const result = await importWatched(viewer, input, new StatusLine(args.flag("json")));
    if (args.flag("json")) printJson(result);
    else {
      printLine(CLI.imported(result, args.flag("dry-run")));
      for (const problem of result.problems) {
        printLine(CLI.problem(problem.row, problem.column, problem.message));
      }
      if (result.aggregate) printAggregate(result.aggregate);
    }
    return result.rejected === 0 && !result.aggregate?.brokenCount ? EXIT_DONE : EXIT_FINDINGS;
  },
};

/** Ctrl-C cancels it: nothing of it is written, and the next import gets its turn. */
async function importWatched(viewer: Viewer, input: ImportInput, line: StatusLine): Promise<ImportResult> {
  let cancel = (): void => {};
  const onSignal = (): void => cancel();
  process.on("SIGINT", onSignal).on("SIGTERM", onSignal);
  try {
    return await importInWorker(viewer, input, {
      onBegin: (batchId) => {
        // Too late to cancel: then the result is told as ever.
        cancel = () => void cancelImport(viewer, { batchId }).catch(() => {});
      },
      onProgress: (batch) => tell(line, batch),
    });
  } finally {
    process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
    line.clear();
  }
}

function tell(line: StatusLine, { state, rowsRead, rowsTotal, waitsFor }: ImportDetails): void {
  if (state === "waiting") line.say(IMPORT_LOG.waitsFor(waitsFor));
  else line.show(IMPORT_LOG.reading(state, rowsRead, rowsTotal));
}

function printAggregate({ rowsAre, period, broken }: AggregateNote): void {
  printLine(`${words.kinds[rowsAre]}, ${words.periodText(period.from, period.to)}.`);
  for (const sum of broken) printLine(`  ${words.broken(sum)}`);
}

/** A bare day speaks for its whole day; Vietnam has had one offset (+07:00) since 1975. */
function readMoment(text: string | null): Date {
  if (text === null) return now();
  const moment = new Date(`${text.length === 10 ? `${text}T23:59:59` : text}+07:00`);
  if (Number.isNaN(moment.getTime())) throw new UsageError(CLI.badDay("as-of", text));
  return moment;
}
