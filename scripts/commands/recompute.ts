import { CALENDAR } from "@/lib/strings/calendar";
import { operatorViewer } from "@/server/auth/operator-viewer";
import { recomputeDossiers } from "@/server/mutations/recompute-dossiers";
import { readArguments } from "./arguments";
import type { Command } from "./command";
import { EXIT_DONE, EXIT_FINDINGS } from "./exit-codes";
import { listProvinces } from "./find-province";
import { printJson, printLine } from "./output";

export const recompute: Command = {
  usage: "recompute [--dry-run] [--province CODE] [--json]",
  async run(argv) {
    const args = readArguments(argv, { options: ["province"], flags: ["dry-run"] });
    const dryRun = args.flag("dry-run");
    const results: { province: string; read: number; counts: Readonly<Record<string, number>> }[] = [];
    for (const { id, key } of await listProvinces(args.option("province"))) {
      const { read, total } = await recomputeDossiers(operatorViewer(id), { dryRun });
      results.push({ province: key, read, counts: total });
      if (args.flag("json")) continue;
      printLine(CALENDAR.cli.recomputed(key, dryRun));
      printLine(`  ${CALENDAR.cli.effect(read, total)}`);
    }
    if (args.flag("json")) printJson(results);
    const wouldChange = results.some(({ counts }) => Object.values(counts).some((count) => count > 0));
    return dryRun && wouldChange ? EXIT_FINDINGS : EXIT_DONE;
  },
};
