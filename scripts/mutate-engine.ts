/**
 * Changes the engine one operator or constant at a time and lets its tests find out; prints who survived.
 *
 *     npm run mutate-engine -- [--file timeline.ts] [--out FILE] [--every 1] [--workers 1] [--known FILE]
 *         [--minutes N]
 *
 * `--known` keeps what became of each mutant, so that a run can be taken up again: one of a file that has not changed is not
 * tried again. Sound as long as no test was taken away; new tests may kill more. Without it everything is tried.
 * `--minutes` begins no new one after so long; every file has its share by then, and the report says what was not tried.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { writeReport } from "./lib/mutation/write-report";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const ENGINE = "src/lib/sla";
const TESTS = "tests/unit/lib/sla";
const COPIED = [ENGINE, TESTS, "tests/setup", "seeds", "tsconfig.json", "package.json"];
/** Few cases: a mutant that only the ten-thousandth case finds is found by no named case. */
const CASES = "200";
const TIME_LIMIT_MS = 60_000;
const FIRST_TIME_LIMIT_MS = 30_000;
const MS_PER_MINUTE = 60_000;
/** Mutants are tried in so many rounds through all files. */
const STRIDE = 16;

type Mutant = {
  readonly file: string;
  readonly line: number;
  readonly from: string;
  readonly to: string;
  readonly at: number;
  /** The file as it was when the mutants were found. */
  readonly text: string;
};
type Result = Mutant & { readonly killed: boolean | null };

const OPERATORS: Readonly<Record<string, string>> = {
  " < ": " <= ",
  " <= ": " < ",
  " > ": " >= ",
  " >= ": " > ",
  " === ": " !== ",
  " !== ": " === ",
  " && ": " || ",
  " || ": " && ",
  " + ": " - ",
  " - ": " + ",
  " * ": " / ",
  "Math.min(": "Math.max(",
  "Math.max(": "Math.min(",
  "Math.floor(": "Math.ceil(",
  "Math.ceil(": "Math.floor(",
  "return true": "return false",
  "return false": "return true",
};
const MUTABLE = new RegExp(
  `${Object.keys(OPERATORS)
    .map((operator) => operator.replaceAll(/[|*+().]/g, "\\$&"))
    .join("|")}|(?<![\\w.\\-"])\\d[\\d_]*(?:\\.\\d+)?(?![\\w"])`,
  "g",
);

/** Blanks out what is no code, keeping every position. */
function codeOnly(text: string): string {
  const blank = (part: string): string => part.replaceAll(/[^\n]/g, " ");
  return text
    .replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, blank)
    .replaceAll(/"(?:[^"\\\n]|\\.)*"|\/\^[^\n]*?\$\//g, blank)
    .replaceAll(/^(?:import|export) (?:type )?\{[\s\S]*?\} from/gm, blank)
    .replaceAll(/^(?:export )?type [\s\S]*?;\n(?=\n|$)/gm, blank);
}

function mutantsOf(file: string): Mutant[] {
  const text = readFileSync(join(ROOT, ENGINE, file), "utf8");
  const code = codeOnly(text);
  return [...code.matchAll(MUTABLE)].map((match) => {
    const from = match[0];
    const number = Number(from.replaceAll("_", ""));
    const to = OPERATORS[from] ?? String(number + 1);
    return { file, line: code.slice(0, match.index).split("\n").length, from, to, at: match.index, text };
  });
}

function runTests(folder: string, only: readonly string[], timeout: number): Promise<boolean> {
  const vitest = join(ROOT, "node_modules/vitest/vitest.mjs");
  const child = spawn(process.execPath, [vitest, "run", "--bail=1", "--reporter=dot", ...only], {
    cwd: folder,
    stdio: "ignore",
    env: { ...process.env, SLA_CASES: CASES, TZ: "UTC" },
    timeout,
    killSignal: "SIGKILL",
  });
  return new Promise((resolve) => child.on("close", (code) => resolve(code === 0)));
}

function makeCopy(): string {
  const folder = mkdtempSync(join(tmpdir(), "mutants-"));
  for (const path of COPIED) cpSync(join(ROOT, path), join(folder, path), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  const config = {
    resolve: { alias: [{ find: "@", replacement: join(folder, "src") }] },
    test: {
      include: [`${TESTS}/**/*.test.ts`],
      testTimeout: TIME_LIMIT_MS,
      pool: "threads",
      isolate: false,
      maxWorkers: 1,
      fileParallelism: false,
    },
  };
  writeFileSync(join(folder, "vitest.config.mjs"), `export default ${JSON.stringify(config)};\n`);
  return folder;
}

/** The tests that speak of the file most directly, asked first. */
function firstTests(file: string): string[] {
  const own = file.replace(/\.ts$/, ".test.ts");
  const also: Readonly<Record<string, string[]>> = {
    "class-on.ts": ["timeline.test.ts"],
    "merge-pauses.ts": ["timeline.test.ts"],
    "compile-calendar.ts": ["working-calendar.test.ts"],
    "office-hours.ts": ["working-calendar.test.ts"],
    "working-clock.ts": ["due-day.test.ts"],
    "formula.ts": ["tally.test.ts"],
    "rank.ts": ["rate.test.ts"],
    "explain-steps.ts": ["explain.test.ts"],
    "check-promise.ts": ["explain.test.ts"],
    "dossier-cycle.ts": ["replay-events.test.ts"],
    "reception.ts": ["counting-rules.test.ts"],
    "attribute-delay.ts": ["attribution.test.ts"],
    "shares.ts": ["attribution.test.ts"],
    "beta-distribution.ts": ["statistics.test.ts"],
    "wilson-interval.ts": ["statistics.test.ts"],
    "shrinkage.ts": ["statistics.test.ts", "published-examples.test.ts"],
    "funnel-limits.ts": ["statistics.test.ts", "published-examples.test.ts"],
    "random.ts": ["random.test.ts", "statistics.test.ts"],
    "rank-intervals.ts": ["statistics.test.ts", "published-examples.test.ts"],
    "late-budget.ts": ["recovery.test.ts"],
    "working-age.ts": ["lateness-forecast.test.ts", "explain.test.ts"],
  };
  const known = new Set(readdirSync(join(ROOT, TESTS)));
  return [own, ...(also[file] ?? [])].filter((name) => known.has(name)).map((name) => `${TESTS}/${name}`);
}

async function tryMutant(folder: string, mutant: Mutant): Promise<Result> {
  const path = join(folder, ENGINE, mutant.file);
  const { text } = mutant;
  writeFileSync(path, text.slice(0, mutant.at) + mutant.to + text.slice(mutant.at + mutant.from.length));
  const first = firstTests(mutant.file);
  const survivedFirst = first.length === 0 || (await runTests(folder, first, FIRST_TIME_LIMIT_MS));
  const killed = !survivedFirst || !(await runTests(folder, [], TIME_LIMIT_MS));
  writeFileSync(path, text);
  return { ...mutant, killed };
}

const { values } = parseArgs({
  options: {
    file: { type: "string", multiple: true },
    out: { type: "string" },
    every: { type: "string", default: "1" },
    workers: { type: "string", default: "1" },
    known: { type: "string" },
    minutes: { type: "string", default: "600" },
  },
});
const files =
  values.file ?? readdirSync(join(ROOT, ENGINE)).filter((name) => name.endsWith(".ts") && name !== "index.ts");
const every = Number(values.every);
const sampled = files.flatMap(mutantsOf).filter((_, index) => index % every === 0);
const waiting = Array.from({ length: STRIDE }, (_, start) =>
  sampled.filter((_mutant, at) => at % STRIDE === start),
).flat();
const total = waiting.length;
const stopAt = performance.now() + Number(values.minutes) * MS_PER_MINUTE;
const results: Result[] = [];

function nameOf({ file, text, at, to }: Mutant): string {
  return `${file} ${createHash("sha256").update(text).digest("hex").slice(0, 16)} ${at} ${to.trim()}`;
}

const { known } = values;
const before = new Set(known && existsSync(known) ? readFileSync(known, "utf8").split("\n") : []);

async function judge(folder: string, mutant: Mutant): Promise<Result> {
  const name = nameOf(mutant);
  if (before.has(`killed ${name}`)) return { ...mutant, killed: true };
  if (before.has(`survived ${name}`)) return { ...mutant, killed: false };
  if (performance.now() > stopAt) return { ...mutant, killed: null };
  const result = await tryMutant(folder, mutant);
  if (known) appendFileSync(known, `${result.killed ? "killed" : "survived"} ${name}\n`);
  return result;
}

async function work(): Promise<void> {
  const folder = makeCopy();
  try {
    if (performance.now() < stopAt && !(await runTests(folder, [], TIME_LIMIT_MS)))
      throw new Error("The tests fail without any mutant");
    for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
      const result = await judge(folder, mutant);
      results.push(result);
      if (result.killed === false) {
        process.stderr.write(
          `${results.length}/${total} survived: ${mutant.file}:${mutant.line} ${mutant.from} → ${mutant.to}\n`,
        );
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await Promise.all(Array.from({ length: Number(values.workers) }, work));
const text = writeReport(results);
if (values.out) writeFileSync(values.out, text);
process.stdout.write(text);
