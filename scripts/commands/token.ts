import { CLI } from "@/lib/strings/cli";
import { requireUnitByCode } from "@/server/access/scope";
import { today } from "@/server/clock";
import { createApiToken } from "@/server/mutations/create-api-token";
import { revokeApiToken } from "@/server/mutations/revoke-api-token";
import { listApiTokens } from "@/server/queries/list-api-tokens";
import { type Arguments, readArguments, UsageError } from "./arguments";
import type { Command } from "./command";
import { EXIT_DONE } from "./exit-codes";
import { viewerOfProvince } from "./find-province";
import { printJson, printLine, printTable } from "./output";

const ZONE = "Asia/Ho_Chi_Minh";

export const token: Command = {
  usage:
    "token add NAME --source NAME --unit CODE [--on YYYY-MM-DD] [--expires YYYY-MM-DD] [--province CODE] [--json]\n" +
    "  token revoke NAME [--province CODE]\n  token list [--province CODE] [--json]",
  async run(argv) {
    const args = readArguments(argv, { options: ["source", "unit", "on", "expires", "province"] });
    const [action, name] = args.positionals;
    const viewer = await viewerOfProvince(args.option("province"));
    switch (action) {
      case "list": {
        const tokens = await listApiTokens(viewer);
        if (args.flag("json")) printJson(tokens);
        else {
          printTable(
            CLI.tokenHeader,
            tokens.map((row) => [
              row.name,
              row.sourceName,
              row.unitName,
              row.lastUsedAt ?? "",
              row.expiresAt ?? "",
              row.revokedAt ?? "",
            ]),
          );
        }
        return EXIT_DONE;
      }
      case "add": {
        const tokenName = requireName(name);
        const on = args.option("on") === null ? today(ZONE) : args.day("on");
        const unit = await requireUnitByCode(viewer, args.required("unit"), on);
        const created = await createApiToken(viewer, {
          tokenName,
          sourceName: args.required("source"),
          unitId: unit.id,
          expiresAt: readExpiry(args),
        });
        if (args.flag("json")) printJson({ name: tokenName, secret: created.secret });
        else {
          printLine(CLI.tokenAdded(tokenName, unit.name));
          printLine(created.secret);
        }
        return EXIT_DONE;
      }
      case "revoke":
        await revokeApiToken(viewer, { tokenName: requireName(name) });
        printLine(CLI.tokenRevoked(requireName(name)));
        return EXIT_DONE;
      default:
        throw new UsageError(CLI.missingArgument("add|revoke|list"));
    }
  },
};

function requireName(name: string | undefined): string {
  if (name === undefined) throw new UsageError(CLI.missingArgument("NAME"));
  return name;
}

/** The end of the given day in Vietnam, which has had one offset since 1975. */
function readExpiry(args: Arguments): Date | null {
  return args.option("expires") === null ? null : new Date(`${args.day("expires")}T23:59:59+07:00`);
}
