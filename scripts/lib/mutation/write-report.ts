import { reasonFor } from "./reasons";

export type JudgedMutant = {
  readonly file: string;
  readonly line: number;
  readonly from: string;
  readonly to: string;
  readonly at: number;
  readonly text: string;
  /** Null when it was not tried. */
  readonly killed: boolean | null;
};

function percent(part: number, whole: number): string {
  return whole === 0 ? "—" : `${((100 * part) / whole).toFixed(1)} %`;
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string[] {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
}

function survivorRow({ file, line, from, to, at, text }: JudgedMutant): string[] {
  const start = text.lastIndexOf("\n", at) + 1;
  const code = text.slice(start, text.indexOf("\n", at)).trim();
  const change = `${from.trim()} → ${to.trim()}`;
  const shown = (part: string): string => `\`${part.replaceAll("|", "\\|")}\``;
  return [`${file}:${line}`, shown(change), shown(code), reasonFor(file, code, change)];
}

/** The report of a run, as Markdown; the same for the same results, in whatever order they came. */
export function writeReport(mutants: readonly JudgedMutant[]): string {
  const sorted = [...mutants].sort((a, b) => a.file.localeCompare(b.file) || a.at - b.at || (a.to < b.to ? -1 : 1));
  const tried = sorted.filter(({ killed }) => killed !== null);
  const killed = tried.filter((mutant) => mutant.killed === true);
  const survivors = tried.filter((mutant) => mutant.killed === false);
  const rows = [...new Set(sorted.map(({ file }) => file))].map((file) => {
    const own = sorted.filter((mutant) => mutant.file === file);
    const [ownTried, ownKilled] = [tried, killed].map((list) => list.filter((mutant) => mutant.file === file).length);
    return [file, own.length, ownTried ?? 0, ownKilled ?? 0, percent(ownKilled ?? 0, ownTried ?? 0)];
  });
  return [
    "# Mutation of the engine",
    "",
    "Each operator and number of `src/lib/sla` is changed, one at a time, and the tests are run: a change that no test notices lives. Printed by",
    "`npm run mutate-engine -- --out docs/mutation.md` (random cases are few in it, 200 a property).",
    "",
    `**${killed.length} of ${tried.length} tried mutants killed: ${percent(killed.length, tried.length)}.** ${mutants.length} mutants in all, ${mutants.length - tried.length} not tried.`,
    "",
    ...table(["file", "mutants", "tried", "killed", "share"], rows),
    "",
    "## Survivors",
    "",
    ...table(["place", "change", "line", "why it lives"], survivors.map(survivorRow)),
    "",
  ].join("\n");
}
