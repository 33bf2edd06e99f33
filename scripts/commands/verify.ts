import { CLI } from "@/lib/strings/cli";
import { operatorViewer } from "@/server/auth/operator-viewer";
import { verify as verifyProvince } from "@/server/ledger/verify";
import { readArguments } from "./arguments";
import type { Command } from "./command";
import { EXIT_DONE, EXIT_FINDINGS } from "./exit-codes";
import { listProvinces } from "./find-province";
import { printJson, printLine } from "./output";

const DEFAULT_SEED = 20_201_031;
const DEFAULT_SAMPLES = 20;

export const verify: Command = {
  usage: "verify [--province CODE] [--seed NUMBER] [--samples NUMBER] [--json]",
  async run(argv) {
    const args = readArguments(argv, { options: ["province", "seed", "samples"] });
    const seed = Number(args.option("seed") ?? DEFAULT_SEED);
    const samples = Number(args.option("samples") ?? DEFAULT_SAMPLES);
    let checked = 0;
    const differences: unknown[] = [];
    for (const { id, key } of await listProvinces(args.option("province"))) {
      const result = await verifyProvince(await operatorViewer(id), { seed, samples });
      checked += result.checked;
      differences.push(...result.differences.map((difference) => ({ province: key, ...difference })));
    }
    if (args.flag("json")) printJson({ checked, differences });
    else {
      printLine(CLI.verified(checked, differences.length));
      for (const difference of differences) printLine(JSON.stringify(difference));
    }
    return differences.length === 0 ? EXIT_DONE : EXIT_FINDINGS;
  },
};
