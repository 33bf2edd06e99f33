// Recounts the published figures from the demo dossiers with the engine: tsx seeds/check-demo.ts
import { pathToFileURL } from "node:url";
import { type DemoList, demoLists } from "./demo/demo-lists";
import { checkBacGiang, checkDistricts, checkKonTum, checkTaySon, type GoldenCheck } from "./demo/golden-checks";
import { type Recount, recount } from "./demo/recount";
import { findFaults, promisedAsComputed } from "./demo/soundness";
import { TAY_SON } from "./demo/tay-son";
import { readWorld } from "./demo/world";

export type DemoCheck = {
  readonly dossiers: number;
  readonly goldens: readonly GoldenCheck[];
  readonly faults: readonly string[];
  /** Due days that are what the time limit gives, of those counted in days and never paused. */
  readonly promised: { readonly same: number; readonly of: number };
};

/** Makes every demo dossier, writes nothing, and compares. */
export function checkDemo(): DemoCheck {
  const world = readWorld();
  const faults: string[] = [];
  const promised = { same: 0, of: 0 };
  let dossiers = 0;
  const counted = demoLists(world).map((list): { list: DemoList; counts: Recount } => {
    const made = list.dossiers();
    const counts = recount(world, made);
    dossiers += made.length;
    faults.push(...findFaults(world, made, counts, list.asOfDay).map((fault) => `${list.fileName}: ${fault}`));
    const { same, of } = promisedAsComputed(world, made);
    promised.same += same;
    promised.of += of;
    return { list, counts };
  });
  const countsOf = (province: string, level: string): Recount[] =>
    counted
      .filter(({ list }) => list.provinceKey === province && list.unit.level === level)
      .map(({ counts }) => counts);
  const taySon = counted.find(({ list }) => list.unit.code === TAY_SON)?.counts;
  const goldens = [
    ...(taySon ? checkTaySon(world, taySon) : []),
    ...checkDistricts(world, countsOf("binh-dinh", "district")),
    ...countsOf("bac-giang", "district").flatMap(checkBacGiang),
    ...countsOf("kon-tum", "province").flatMap(checkKonTum),
  ];
  return { dossiers, goldens, faults, promised };
}

function print({ dossiers, goldens, faults, promised }: DemoCheck): void {
  const line = (text: string): boolean => process.stdout.write(`${text}\n`);
  for (const { figure, published, counted } of goldens) {
    const agrees = published === counted;
    line(`${agrees ? "ok  " : "DIFF"} ${figure}: ${counted}${agrees ? "" : ` (published ${published})`}`);
  }
  for (const fault of faults.slice(0, 20)) line(`FAULT ${fault}`);
  line(`${dossiers} dossiers, ${faults.length} faults, ${promised.same} of ${promised.of} promised as computed`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const check = checkDemo();
  print(check);
  const sound = check.faults.length === 0 && check.goldens.every(({ published, counted }) => published === counted);
  process.exitCode = sound ? 0 : 1;
}
