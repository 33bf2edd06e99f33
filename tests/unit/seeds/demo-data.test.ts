import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { checkDemo } from "../../../seeds/check-demo";
import { demoLists } from "../../../seeds/demo/demo-lists";
import { writeListFile } from "../../../seeds/demo/list-file";
import { readWorld } from "../../../seeds/demo/world";
import { generateDemo } from "../../../seeds/generate-demo";

const SMALL_DISTRICT = "binh-dinh-551-2020-10-31.csv";

async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "seeds-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function digestOf(path: string): Promise<string> {
  return createHash("sha256")
    .update(await readFile(path))
    .digest("hex");
}

it("writes the same bytes every time", async () => {
  const write = () =>
    inFolder(async (folder) => {
      const files = await generateDemo(folder, () => {}, [SMALL_DISTRICT]);
      expect(files).toEqual([
        {
          provinceKey: "binh-dinh",
          sourceName: "Một cửa điện tử tỉnh Bình Định (dữ liệu minh họa)",
          fileName: SMALL_DISTRICT,
          asOf: "2020-10-31T23:59:59",
        },
      ]);
      expect(await readdir(folder)).toEqual([SMALL_DISTRICT]);
      return digestOf(join(folder, SMALL_DISTRICT));
    });
  expect(await write()).toBe(await write());
});

it("writes the same workbook every time, whatever the hour", async () => {
  const world = readWorld();
  const departments = demoLists(world).find(({ fileName }) => fileName.endsWith(".xlsx"));
  const dossiers = departments?.dossiers().slice(0, 200) ?? [];
  const write = () =>
    inFolder(async (folder) => {
      const context = { grid: world.grid, nameOf: ({ name }: { name: string }) => name, statusAsCode: false };
      await writeListFile(folder, {
        fileName: "list.xlsx",
        titles: ["Dữ liệu minh họa"],
        dossiers,
        context,
        reversed: false,
      });
      return digestOf(join(folder, "list.xlsx"));
    });
  const first = await write();
  await new Promise((resolve) => setTimeout(resolve, 2100));
  expect(await write()).toBe(first);
}, 20_000);

it("says on every file that it is invented", async () => {
  await inFolder(async (folder) => {
    await generateDemo(folder, () => {}, [SMALL_DISTRICT]);
    const text = await readFile(join(folder, SMALL_DISTRICT), "utf8");
    expect(text.startsWith("\uFEFFDANH SÁCH HỒ SƠ")).toBe(true);
    expect(text.slice(0, 400)).toContain("Dữ liệu minh họa");
  });
});

it("gives every published figure, from about 200.000 dossiers without a fault", () => {
  const { dossiers, goldens, faults, promised } = checkDemo();
  expect(dossiers).toBeGreaterThan(190_000);
  expect(dossiers).toBeLessThan(230_000);
  expect(goldens).toHaveLength(14);
  for (const { figure, published, counted } of goldens)
    expect({ figure, counted }).toEqual({ figure, counted: published });
  expect(faults).toEqual([]);
  expect(promised.same / promised.of).toBeGreaterThan(0.9);
}, 60_000);
