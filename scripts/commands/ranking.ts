import { DEFAULT_TARGET, parseView, RANKING_LEVELS } from "@/lib/filters";
import { formatRate } from "@/lib/format";
import { FORMULA_IDS, received } from "@/lib/sla";
import { CLI } from "@/lib/strings/cli";
import { getRanking, type RankingRow } from "@/server/queries/get-ranking";
import { toRankingJson } from "@/server/reports/ranking-json";
import { rankingTables } from "@/server/reports/ranking-tables";
import { oneOf, readArguments } from "./arguments";
import type { Command } from "./command";
import { EXIT_DONE } from "./exit-codes";
import { viewerOfUnit } from "./find-province";
import { printJson, printLine, printTable } from "./output";

export const ranking: Command = {
  usage:
    "ranking --unit CODE --level district|commune|department|division --from YYYY-MM-DD --to YYYY-MM-DD " +
    "[--formula resolved|handled|due|form06a] [--target 95|'>95'] [--province CODE] [--json]",
  async run(argv) {
    const args = readArguments(argv, { options: ["unit", "level", "from", "to", "formula", "target", "province"] });
    const code = args.required("unit");
    const to = args.day("to");
    const viewer = await viewerOfUnit(code, to, args.option("province"));
    const target = args.option("target");
    const result = await getRanking(viewer, {
      unit: { code },
      level: oneOf(RANKING_LEVELS, "level", args.required("level")),
      from: args.day("from"),
      to,
      formula: oneOf(FORMULA_IDS, "formula", args.option("formula") ?? "resolved"),
      target: target === null ? DEFAULT_TARGET : parseView({ target }).target,
    });
    if (args.flag("json")) {
      printJson(toRankingJson(result, await rankingTables(viewer, result)));
      return EXIT_DONE;
    }
    const row = (item: RankingRow, label: string) => [
      item.rank ?? "",
      item.code ?? "",
      label,
      received(item.tally),
      item.tally.early + item.tally.onTime,
      item.tally.late,
      item.tally.overdue,
      formatRate(item.rate, result.target),
    ];
    printLine(CLI.rankingTitle(result.unit.name, result.period, result.asOf));
    printTable(CLI.rankingHeader, [
      ...result.rows.map((item) => row(item, item.name ?? "")),
      ...(result.rest ? [row(result.rest, CLI.rest)] : []),
      row(result.total, CLI.total),
    ]);
    return EXIT_DONE;
  },
};
