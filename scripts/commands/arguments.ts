import { parseArgs } from "node:util";
import { type CalendarDay, isDay } from "@/lib/sla";
import { CLI } from "@/lib/strings/cli";

/** Wrong usage: printed with the command's usage line, exit code 2. */
export class UsageError extends Error {}

export type Arguments = {
  readonly positionals: readonly string[];
  option(name: string): string | null;
  required(name: string): string;
  day(name: string): CalendarDay;
  flag(name: string): boolean;
};

/** Reads `--name value` options and `--flag`s; anything unknown is a usage error. */
export function readArguments(
  argv: readonly string[],
  allowed: { options?: readonly string[]; flags?: readonly string[] },
): Arguments {
  const options = Object.fromEntries([
    ...(allowed.options ?? []).map((name) => [name, { type: "string" }] as const),
    ...[...(allowed.flags ?? []), "json"].map((name) => [name, { type: "boolean" }] as const),
  ]);
  const { values, positionals } = parse(argv, options);
  const option = (name: string): string | null => {
    const value = values[name];
    return typeof value === "string" ? value : null;
  };
  const required = (name: string): string => {
    const value = option(name);
    if (value === null) throw new UsageError(CLI.missingOption(name));
    return value;
  };
  return {
    positionals,
    option,
    required,
    day: (name) => {
      const value = required(name);
      if (!isDay(value)) throw new UsageError(CLI.badDay(name, value));
      return value;
    },
    flag: (name) => values[name] === true,
  };
}

function parse(argv: readonly string[], options: Record<string, { type: "string" } | { type: "boolean" }>) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** One of a fixed list of words. */
export function oneOf<Word extends string>(words: readonly Word[], name: string, value: string): Word {
  const word = words.find((candidate) => candidate === value);
  if (word === undefined) throw new UsageError(CLI.badChoice(name, value, words));
  return word;
}
