import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { type CalendarDay, dayOf, isDay } from "@/lib/sla";
import { CLI } from "@/lib/strings/cli";
import { BOUNDARIES, BOUNDARIES_CLI } from "@/lib/strings/map";
import { now } from "@/server/clock";
import { AppError } from "@/server/errors";
import { importBoundaries } from "@/server/mutations/import-boundaries";
import { getDataStatus } from "@/server/queries/get-data-status";
import { BOUNDARY_LIMIT } from "@/server/uploads/boundary-limit";
import { readArguments, UsageError } from "./arguments";
import type { Command } from "./command";
import { EXIT_DONE, EXIT_FINDINGS } from "./exit-codes";
import { viewerOfProvince } from "./find-province";
import { printJson, printLine } from "./output";

const MOST_NAMED = 20;

/** Done with findings when a code is unknown or a unit has no shape. */
export const boundaries: Command = {
  usage: "boundaries import FILE [--on YYYY-MM-DD] [--province CODE] [--json]   (TopoJSON, GeoJSON)",
  async run(argv) {
    const args = readArguments(argv, { options: ["on", "province"] });
    const [action, path] = args.positionals;
    if (action !== "import" || path === undefined) throw new UsageError(CLI.missingArgument("import FILE"));
    const viewer = await viewerOfProvince(args.option("province"));
    const { asOf, zone } = await getDataStatus(viewer);
    const on = readDay(args.option("on")) ?? asOf ?? dayOf(now(), zone);
    const outcome = await importBoundaries(viewer, { fileName: basename(path), text: await readText(path), on });
    const { matched, unknownCodes, missing, pointsRead, pointsKept } = outcome;
    if (args.flag("json")) printJson({ on, ...outcome });
    else {
      printLine(BOUNDARIES_CLI.done(matched, on));
      if (pointsKept < pointsRead) printLine(BOUNDARIES.simplified(pointsRead, pointsKept));
      if (unknownCodes.length > 0)
        printLine(BOUNDARIES.unknown(unknownCodes.length, unknownCodes.slice(0, MOST_NAMED)));
      if (missing.length > 0) printLine(BOUNDARIES.missingNames(missing));
    }
    return unknownCodes.length + missing.length > 0 ? EXIT_FINDINGS : EXIT_DONE;
  },
};

function readDay(text: string | null): CalendarDay | null {
  if (text === null) return null;
  if (!isDay(text)) throw new UsageError(CLI.badDay("on", text));
  return text;
}

async function readText(path: string): Promise<string> {
  const size = await stat(path).then(
    (found) => found.size,
    () => {
      throw new UsageError(BOUNDARIES_CLI.badFile(path));
    },
  );
  if (size > BOUNDARY_LIMIT) throw new AppError("fileTooLarge", { limit: `${BOUNDARY_LIMIT / 1024 / 1024} MB` });
  return readFile(path, "utf8");
}
