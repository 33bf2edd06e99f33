import { expect, test } from "vitest";
import { killImports } from "../support/kill-imports";
import { ownUploads } from "../support/offered-file";

ownUploads();

const LONG_MS = 300_000;

// `npm run kill-imports` does it two hundred times.
test(
  "imports by the command line, killed at random moments, leave nothing, and what survives is as if undisturbed",
  async () => {
    const report = await killImports({ kills: 4, seed: 20_201_031, rows: 2000 });
    expect(report).toMatchObject({ kills: 4, leftovers: 0, differences: 0, isSameAsUndisturbed: true });
  },
  LONG_MS,
);
