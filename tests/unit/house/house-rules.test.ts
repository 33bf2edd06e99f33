import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

function sourcesOf(folder: string): { path: string; text: string }[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path: join(folder, path), text: readFileSync(join(ROOT, folder, path), "utf8") }));
}

function offenders(folder: string, isOffending: (text: string, path: string) => boolean): string[] {
  return sourcesOf(folder)
    .filter(({ path, text }) => !path.startsWith("src/generated/") && isOffending(text, path))
    .map(({ path }) => path);
}

it("has no clock and no chance in src/lib: the moment is an argument", () => {
  expect(
    offenders("src/lib", (text) => /Date\.now\(|new Date\(\s*\)|performance\.now\(|Math\.random\(/.test(text)),
  ).toEqual([]);
});

it("reads the system clock only in src/server/clock.ts", () => {
  expect(
    offenders("src", (text, path) => path !== "src/server/clock.ts" && /Date\.now\(|new Date\(\s*\)/.test(text)),
  ).toEqual([]);
});

it("has neither clock nor chance in the seeds: the same bytes every run", () => {
  expect(offenders("seeds", (text) => /Date\.now\(|new Date\(\s*\)|Math\.random\(/.test(text))).toEqual([]);
});

it('heads every file of src/server with import "server-only"', () => {
  expect(offenders("src/server", (text) => !text.startsWith('import "server-only";'))).toEqual([]);
});

it.each(["src", "scripts", "seeds", "bench", "tests"])(
  "silences no rule in %s and leaves no note for later",
  (folder) => {
    const marks = new RegExp(
      ["biome-ignore", "@ts-(ignore|expect-error|nocheck)", "\\b(TO" + "DO|FIX" + "ME)\\b"].join("|"),
    );
    expect(offenders(folder, (text, path) => !path.includes("house-rules") && marks.test(text))).toEqual([]);
  },
);
