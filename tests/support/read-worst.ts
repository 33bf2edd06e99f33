// Reads damaged copies of every kind of file, then the files of a folder, in one process with the limits of the reader;
// prints the most memory it ever had and the most of the processor that one file took.
// Arguments: damaged copies of each kind, folder.
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { AppError } from "@/server/errors";
import { DAMAGE, damagedCopy, readOffered, SOUND } from "./damaged-files";

export type WorstReading = {
  readonly files: number;
  readonly refused: number;
  /** Of each file of the folder: the dossiers it tells of, or why it tells of none. */
  readonly told: Readonly<Record<string, number | string>>;
  readonly peakMebibytes: number;
  readonly slowest: { readonly name: string; readonly seconds: number };
};

const SEED = 20_201_031;
const folder = await mkdtemp(join(tmpdir(), "worst-"));
const path = join(folder, "file");
let files = 0;
let refused = 0;
const told: Record<string, number | string> = {};
let slowest = { name: "", seconds: 0 };

async function read(name: string, fileName: string, from: string): Promise<number | string> {
  const begin = process.cpuUsage();
  const result = await readOffered(from, fileName);
  const { user, system } = process.cpuUsage(begin);
  const seconds = (user + system) / 1_000_000;
  files += 1;
  if (result instanceof AppError) refused += 1;
  if (seconds > slowest.seconds) slowest = { name, seconds };
  return result instanceof AppError ? result.code : result;
}

const [copies = "1", given = ""] = process.argv.slice(2);
try {
  for (const [name, { fileName, bytes }] of Object.entries(SOUND)) {
    const sound = await bytes();
    for (const damage of fc.sample(DAMAGE, { seed: SEED, numRuns: Number(copies) })) {
      await writeFile(path, damagedCopy(sound, damage));
      await read(name, fileName, path);
    }
  }
  for (const name of given === "" ? [] : await readdir(given)) told[name] = await read(name, name, join(given, name));
} finally {
  await rm(folder, { recursive: true, force: true });
}
const peakMebibytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ files, refused, told, peakMebibytes, slowest } satisfies WorstReading));
