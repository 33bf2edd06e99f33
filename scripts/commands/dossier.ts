import { CLI } from "@/lib/strings/cli";
import { stepText, verdictText } from "@/lib/strings/explanation";
import { operatorViewer } from "@/server/auth/operator-viewer";
import { AppError } from "@/server/errors";
import { getDossierByCode } from "@/server/queries/get-dossier";
import { readArguments, UsageError } from "./arguments";
import type { Command } from "./command";
import { EXIT_DONE } from "./exit-codes";
import { listProvinces } from "./find-province";
import { printJson, printLine } from "./output";

export const dossier: Command = {
  usage: "dossier CODE [--province CODE] [--json]",
  async run(argv) {
    const args = readArguments(argv, { options: ["province"] });
    const [code] = args.positionals;
    if (code === undefined) throw new UsageError(CLI.missingArgument("CODE"));
    const details = await findInProvinces(code, args.option("province"));
    if (args.flag("json")) {
      const { facts, timeline, explanation, ...rest } = details;
      printJson({ ...rest, facts, verdict: { class: details.class, asOf: details.asOf, ...timeline }, explanation });
      return EXIT_DONE;
    }
    const { explanation, facts } = details;
    printLine(CLI.dossierTitle(details.code, details.unitName, details.procedureName));
    printLine(verdictText(explanation, facts.finishedOn));
    for (const step of explanation.steps) printLine(`  ${stepText(step)}`);
    return EXIT_DONE;
  },
};

async function findInProvinces(code: string, province: string | null) {
  for (const { id } of await listProvinces(province)) {
    try {
      return await getDossierByCode(await operatorViewer(id), code);
    } catch (error) {
      if (!(error instanceof AppError && error.code === "notFound")) throw error;
    }
  }
  throw new AppError("notFound", { what: "dossier" });
}
