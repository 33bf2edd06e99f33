import { basename } from "node:path";
import { CLI } from "@/lib/strings/cli";
import { now } from "@/server/clock";
import { importFile } from "@/server/imports/import-file";
import { readArguments, UsageError } from "./arguments";
import type { Command } from "./command";
import { EXIT_DONE, EXIT_FINDINGS } from "./exit-codes";
import { viewerOfProvince } from "./find-province";
import { printJson, printLine } from "./output";

export const importCommand: Command = {
  usage: "import FILE --source NAME [--as-of YYYY-MM-DD[THH:mm:ss]] [--province CODE] [--dry-run] [--json]",
  async run(argv) {
    const args = readArguments(argv, { options: ["source", "as-of", "province"], flags: ["dry-run"] });
    const [filePath] = args.positionals;
    if (filePath === undefined) throw new UsageError(CLI.missingArgument("FILE"));
    const viewer = await viewerOfProvince(args.option("province"));
    const result = await importFile(viewer, {
      provinceId: viewer.provinceId,
      sourceName: args.required("source"),
      isDemo: false,
      filePath,
      fileName: basename(filePath),
      asOf: readMoment(args.option("as-of")),
      dryRun: args.flag("dry-run"),
    });
    if (args.flag("json")) printJson(result);
    else {
      printLine(CLI.imported(result, args.flag("dry-run")));
      for (const problem of result.problems) {
        printLine(CLI.problem(problem.row, problem.column, problem.message));
      }
    }
    return result.rejected === 0 ? EXIT_DONE : EXIT_FINDINGS;
  },
};

/** A bare day speaks for its whole day; Vietnam has had one offset (+07:00) since 1975. */
function readMoment(text: string | null): Date {
  if (text === null) return now();
  const moment = new Date(`${text.length === 10 ? `${text}T23:59:59` : text}+07:00`);
  if (Number.isNaN(moment.getTime())) throw new UsageError(CLI.badDay("as-of", text));
  return moment;
}
