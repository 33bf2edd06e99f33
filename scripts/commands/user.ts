import { createInterface } from "node:readline/promises";
import { ROLES } from "@/lib/access/roles";
import { CLI } from "@/lib/strings/cli";
import { requireUnitByCode } from "@/server/access/scope";
import { today } from "@/server/clock";
import { addUser } from "@/server/mutations/add-user";
import { disableUser } from "@/server/mutations/disable-user";
import { listUsers } from "@/server/queries/list-users";
import { oneOf, readArguments, UsageError } from "./arguments";
import type { Command } from "./command";
import { EXIT_DONE } from "./exit-codes";
import { viewerOfProvince } from "./find-province";
import { printJson, printLine, printTable } from "./output";

const ZONE = "Asia/Ho_Chi_Minh";

export const user: Command = {
  usage:
    "user add NAME --role ROLE --unit CODE [--on YYYY-MM-DD] --display-name TEXT [--province CODE]  (password: standard input)\n" +
    "  user disable NAME [--province CODE]\n  user list [--province CODE] [--json]",
  async run(argv) {
    const args = readArguments(argv, { options: ["role", "unit", "on", "display-name", "province"] });
    const [action, username] = args.positionals;
    const viewer = await viewerOfProvince(args.option("province"));
    switch (action) {
      case "list": {
        const users = await listUsers(viewer);
        if (args.flag("json")) printJson(users);
        else {
          printTable(
            CLI.userHeader,
            users.map((row) => [row.username, row.displayName, row.role, row.unitName, row.disabledAt ?? ""]),
          );
        }
        return EXIT_DONE;
      }
      case "add": {
        const on = args.option("on") === null ? today(ZONE) : args.day("on");
        const unit = await requireUnitByCode(viewer, args.required("unit"), on);
        await addUser(viewer, {
          username: requireName(username),
          displayName: args.required("display-name"),
          role: oneOf(ROLES, "role", args.required("role")),
          unitId: unit.id,
          password: await readPassword(),
        });
        printLine(CLI.userAdded(requireName(username)));
        return EXIT_DONE;
      }
      case "disable":
        await disableUser(viewer, { username: requireName(username) });
        printLine(CLI.userDisabled(requireName(username)));
        return EXIT_DONE;
      default:
        throw new UsageError(CLI.missingArgument("add|disable|list"));
    }
  },
};

function requireName(name: string | undefined): string {
  if (name === undefined) throw new UsageError(CLI.missingArgument("NAME"));
  return name;
}

/** From standard input, so that it appears in no process list and no shell history. */
async function readPassword(): Promise<string> {
  const lines = createInterface({ input: process.stdin });
  if (process.stdin.isTTY) process.stderr.write(CLI.passwordPrompt);
  for await (const line of lines) return line;
  throw new UsageError(CLI.missingArgument("password"));
}
