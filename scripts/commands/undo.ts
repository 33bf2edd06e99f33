import { CLI } from "@/lib/strings/cli";
import { undoImport } from "@/server/mutations/undo-import";
import { readArguments, UsageError } from "./arguments";
import type { Command } from "./command";
import { EXIT_DONE } from "./exit-codes";
import { viewerOfProvince } from "./find-province";
import { printJson, printLine } from "./output";

export const undo: Command = {
  usage: "undo BATCH [--province CODE] [--json]",
  async run(argv) {
    const args = readArguments(argv, { options: ["province"] });
    const batchId = Number(args.positionals[0]);
    if (!Number.isSafeInteger(batchId)) throw new UsageError(CLI.missingArgument("BATCH"));
    const undone = await undoImport(await viewerOfProvince(args.option("province")), { batchId });
    if (args.flag("json")) printJson({ batch: batchId, ...undone });
    else printLine(CLI.undone(batchId, undone.removed, undone.restored));
    return EXIT_DONE;
  },
};
