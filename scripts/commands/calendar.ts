import { readFile } from "node:fs/promises";
import type { Viewer } from "@/lib/access/viewer";
import { CALENDAR_DAY_KINDS, isDay } from "@/lib/sla";
import { CALENDAR } from "@/lib/strings/calendar";
import { CLI } from "@/lib/strings/cli";
import { requireUnitByCode } from "@/server/access/scope";
import type { CalendarEditInput } from "@/lib/calendar-edits";
import type { CalendarOutcome } from "@/server/calendar/change-calendar";
import { previewCalendar } from "@/server/mutations/preview-calendar";
import { publishCalendar } from "@/server/mutations/publish-calendar";
import { undoCalendar } from "@/server/mutations/undo-calendar";
import { getCalendar } from "@/server/queries/get-calendar";
import { type Arguments, oneOf, readArguments, UsageError } from "./arguments";
import type { Command } from "./command";
import { EXIT_DONE } from "./exit-codes";
import { viewerOfProvince } from "./find-province";
import { printJson, printLine, printTable } from "./output";

const cli = CALENDAR.cli;

/** What changes the calendar is a preview unless told to publish. */
export const calendar: Command = {
  usage:
    "calendar list [--year YYYY] [--province CODE] [--json]\n" +
    "  calendar add YYYY-MM-DD --kind off|work --name TEXT --document TEXT [--unit CODE] [--publish] [--note TEXT]\n" +
    "  calendar remove YYYY-MM-DD [--unit CODE] [--publish] [--note TEXT]\n" +
    "  calendar undo [--publish] [--note TEXT]\n" +
    '  calendar preview|publish FILE   (JSON: [{"action": "add", "day", "kind", "unitId", "name", "basis"}, …])',
  async run(argv) {
    const args = readArguments(argv, {
      options: ["year", "province", "kind", "name", "document", "unit", "note"],
      flags: ["publish"],
    });
    const [action, subject] = args.positionals;
    const viewer = await viewerOfProvince(args.option("province"));
    switch (action) {
      case "list":
        return list(viewer, args);
      case "add":
      case "remove":
        return change(viewer, args, [await readEdit(viewer, action, subject, args)], args.flag("publish"));
      case "undo":
        return undo(viewer, args);
      case "preview":
      case "publish":
        return change(viewer, args, await readFileOfEdits(subject), action === "publish");
      default:
        throw new UsageError(CLI.missingArgument("list|add|remove|undo|preview|publish"));
    }
  },
};

async function list(viewer: Viewer, args: Arguments): Promise<number> {
  const found = await getCalendar(viewer);
  const year = args.option("year");
  const rows = found.rows.filter(({ day }) => year === null || day.startsWith(`${year}-`));
  if (args.flag("json")) {
    printJson({ ...found, rows });
    return EXIT_DONE;
  }
  printLine(CALENDAR.label(found.version, found.firstYear, found.lastYear));
  const place = (name: string | null) => name ?? CALENDAR.days.province;
  printTable(
    cli.header,
    rows.map((row) => [row.day, CALENDAR.kinds[row.kind], place(row.unitName), row.name, row.basis]),
  );
  printLine("");
  printTable(
    cli.historyHeader,
    found.history.map(({ version, createdAt, createdBy, restores, added, removed, moved }) => [
      version,
      createdAt,
      createdBy ?? "",
      restores === null ? CALENDAR.history.changes(added, removed) : CALENDAR.history.restores(restores),
      moved?.open ?? 0,
      moved?.finished ?? 0,
    ]),
  );
  return EXIT_DONE;
}

async function readEdit(
  viewer: Viewer,
  action: "add" | "remove",
  day: string | undefined,
  args: Arguments,
): Promise<CalendarEditInput> {
  if (day === undefined) throw new UsageError(CLI.missingArgument("YYYY-MM-DD"));
  if (!isDay(day)) throw new UsageError(CLI.badDay(action, day));
  const code = args.option("unit");
  const unitId = code === null ? null : (await requireUnitByCode(viewer, code, day)).id;
  if (action === "remove") return { action, day, unitId };
  const kind = oneOf(CALENDAR_DAY_KINDS, "kind", args.required("kind"));
  return { action, day, kind, unitId, name: args.required("name"), basis: args.required("document") };
}

/** Whether they are edits is checked where they are used. */
async function readFileOfEdits(path: string | undefined): Promise<CalendarEditInput[]> {
  if (path === undefined) throw new UsageError(CLI.missingArgument("FILE"));
  try {
    const edits: unknown = JSON.parse(await readFile(path, "utf8"));
    if (Array.isArray(edits)) return edits;
  } catch {
    // Told below, with the name of the file.
  }
  throw new UsageError(cli.badFile(path));
}

async function change(
  viewer: Viewer,
  args: Arguments,
  edits: readonly CalendarEditInput[],
  publishes: boolean,
): Promise<number> {
  if (!publishes) return tell(args, await previewCalendar(viewer, { edits }), false);
  const { version: baseVersion } = await getCalendar(viewer);
  return tell(args, await publishCalendar(viewer, { edits, baseVersion, note: args.option("note") ?? "" }), true);
}

async function undo(viewer: Viewer, args: Arguments): Promise<number> {
  const { version } = await getCalendar(viewer);
  if (!args.flag("publish")) return tell(args, await previewCalendar(viewer, { undoes: version }), false);
  return tell(args, await undoCalendar(viewer, { version, note: args.option("note") ?? "" }), true);
}

function tell(args: Arguments, outcome: CalendarOutcome, published: boolean): number {
  const { version, changes, warnings, effect, units } = outcome;
  if (args.flag("json")) {
    printJson({ published, version, changes, warnings, read: effect.read, counts: effect.total, units });
    return EXIT_DONE;
  }
  printLine(published ? cli.published(version) : cli.previewed(version));
  for (const { action, entry } of changes) {
    printLine(
      `  ${CALENDAR.preview.actions[action]} ${entry.day} ${CALENDAR.kinds[entry.kind]}: ${entry.name} (${entry.basis})`,
    );
  }
  for (const { code, day } of warnings) printLine(`  ${CALENDAR.preview.warnings[code](day)}`);
  printLine(cli.effect(effect.read, effect.total));
  const rows = units.map(({ name, counts }) => [
    name,
    counts.openEarlier,
    counts.openLater,
    counts.finishedEarlier,
    counts.finishedLater,
    counts.findings,
    counts.verdicts,
  ]);
  if (rows.length > 0) printTable(cli.unitHeader, rows);
  return EXIT_DONE;
}
