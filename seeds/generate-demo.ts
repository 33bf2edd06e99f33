// Writes the demo dossier lists into a folder: tsx seeds/generate-demo.ts FOLDER
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type DemoList, demoLists } from "./demo/demo-lists";
import type { ListFile } from "./demo/list-file";
import { writeListFile } from "./demo/list-file";
import { type ProgressRecord, progressOf, writeProgressFile } from "./demo/progress-file";
import { readWorld, type World } from "./demo/world";
import type { ProvinceKey, SeedUnit } from "./reference/read-units";

/** A written file, as the import wants it. `asOf` is local time, "YYYY-MM-DDTHH:mm:ss". */
export type DemoFile = {
  readonly provinceKey: ProvinceKey;
  readonly sourceName: string;
  readonly fileName: string;
  readonly asOf: string;
};

export type GeneratedFile = DemoFile & { readonly rows: number };

const DEMO_NOTICE = "Dữ liệu minh họa - không phải hồ sơ thật";

function fileOf(world: World, list: DemoList): ListFile {
  const [year, month, day] = list.asOfDay.split("-");
  const nameOf = (unit: SeedUnit): string => {
    if (unit.level !== "commune" || unit.parentCode === null) return unit.name;
    return `${unit.name} - ${world.unit(unit.provinceKey, unit.parentCode).name}`;
  };
  return {
    fileName: list.fileName,
    titles: [
      "DANH SÁCH HỒ SƠ THỦ TỤC HÀNH CHÍNH",
      `Đơn vị: ${list.unit.name}. Số liệu đến hết ngày ${day}/${month}/${year}`,
      DEMO_NOTICE,
    ],
    dossiers: list.dossiers(),
    context: { grid: world.grid, nameOf, statusAsCode: list.statusAsCode },
    reversed: list.reversed,
  };
}

/**
 * Writes every list (or those whose file name is given), and behind the last list of each the steps of their dossiers;
 * says what was written, in the order in which it must be imported. Same input, same bytes.
 */
export async function generateDemo(
  folder: string,
  onFile: (file: GeneratedFile) => void = () => {},
  only?: readonly string[],
): Promise<DemoFile[]> {
  await mkdir(folder, { recursive: true });
  const world = readWorld();
  const files: DemoFile[] = [];
  const add = ({ provinceKey, sourceName, asOfDay }: DemoList, fileName: string, rows: number): void => {
    const file = { provinceKey, sourceName, fileName, asOf: `${asOfDay}T23:59:59` };
    files.push(file);
    onFile({ ...file, rows });
  };
  const lists = demoLists(world).filter(({ fileName }) => only?.includes(fileName) ?? true);
  let told: ProgressRecord[] = [];
  for (const [index, list] of lists.entries()) {
    const listFile = fileOf(world, list);
    await writeListFile(folder, listFile);
    add(list, list.fileName, listFile.dossiers.length);
    const { progressFile } = list;
    if (only || progressFile === null) continue;
    told.push(...progressOf(world.grid, listFile.dossiers, list.asOfDay));
    if (lists[index + 1]?.progressFile === progressFile) continue;
    await writeProgressFile(join(folder, progressFile), DEMO_NOTICE, told);
    add(list, progressFile, told.length);
    told = [];
  }
  return files;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = process.argv[2] ?? ".data/demo";
  await generateDemo(folder, ({ fileName, rows }) => process.stdout.write(`${fileName}\t${rows}\n`));
}
