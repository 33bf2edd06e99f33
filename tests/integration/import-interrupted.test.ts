import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, describe, expect, test } from "vitest";
import { queryRows } from "@/server/db";
import { importFile, type ImportResult } from "@/server/imports/import-file";
import { verify } from "@/server/ledger/verify";
import { randomRows } from "../support/random-dossiers";
import { makeProvince, type SmallProvince, writeList } from "../support/small-province";
import { storedRows } from "../support/stored-rows";

const ROWS = 8000;
const KILLS = 10;
const LONG_MS = 300_000;

let province: SmallProvince;
let made = 0;

beforeEach(async () => {
  made += 1;
  province = await makeProvince(`interrupted-${made}`);
});

function take(filePath: string, onProgress: (rows: number) => void = () => {}): Promise<ImportResult> {
  const input = { provinceId: province.id, sourceName: "iGate", isDemo: false, filePath, fileName: "list.csv" };
  const asOf = new Date("2020-12-31T23:59:59+07:00");
  return importFile(province.viewer("P", "province_office"), { ...input, asOf, dryRun: false }, onProgress);
}

async function expectSound(): Promise<void> {
  const { differences } = await verify(province.viewer("P", "province_office"), { seed: made, samples: 10 });
  expect(differences).toEqual([]);
}

async function batches(): Promise<{ state: string; hasBegun: boolean; failure: { code: string } | null }[]> {
  return queryRows(
    'SELECT state::text, began_at IS NOT NULL AS "hasBegun", failure FROM import_batch WHERE province_id = $1 ORDER BY id',
    [province.id],
  );
}

test("two imports at once: one waits for the other, nothing is lost", async () => {
  const paths = await Promise.all([writeList(randomRows(5000, 21)), writeList(randomRows(5000, 22))]);
  const results = await Promise.all(paths.map((path) => take(path)));
  expect(results.map(({ rowsRead }) => rowsRead)).toEqual([5000, 5000]);
  expect((await batches()).map(({ state }) => state)).toEqual(["applied", "applied"]);
  await expectSound();
});

test("imports of two provinces do not wait for each other", async () => {
  const path = await writeList(randomRows(2000, 23));
  const first = take(path);
  province = await makeProvince(`interrupted-${made}-b`);
  const second = take(path);
  expect((await first).inserted + (await second).inserted).toBe(4000);
});

describe("a connection lost in the middle", () => {
  test.each([1, 3000, 7000])("after %i rows: told as such, nothing written, the batch failed", async (rows) => {
    const path = await writeList(randomRows(ROWS, 24));
    const before = await storedRows(province);
    let ended: Promise<unknown> | undefined;
    const end = (read: number): void => {
      if (read < rows) return;
      ended ??= queryRows(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'dung-hen import %' AND datname = current_database()",
        [],
      );
    };
    await expect(take(path, end)).rejects.toMatchObject({ code: "connectionLost" });
    await ended;
    expect(await storedRows(province)).toEqual(before);
    expect(await batches()).toMatchObject([{ state: "failed", failure: { code: "connectionLost" } }]);
    expect(await take(path)).toMatchObject({ inserted: ROWS });
    await expectSound();
  });
});

test("a failure nobody foresaw ends the batch too, and nothing is written", async () => {
  const path = await writeList(randomRows(3000, 26));
  const before = await storedRows(province);
  const fail = (): void => {
    throw new Error("unforeseen");
  };
  await expect(take(path, fail)).rejects.toThrow("unforeseen");
  expect(await storedRows(province)).toEqual(before);
  expect(await batches()).toMatchObject([{ state: "failed", failure: { code: "unexpected" } }]);
  expect(await take(path)).toMatchObject({ inserted: 3000 });
});

/** Runs the import in a process of its own and kills it so many milliseconds after it began; true when it was. */
async function killAfter(filePath: string, delay: number): Promise<boolean> {
  const unit = province.units.P;
  if (!unit) throw new Error("The province has no root");
  const args = ["--import", "tsx", "--conditions=react-server", "tests/support/import-child.ts"];
  const child = spawn(process.execPath, [...args, String(province.id), String(unit.id), filePath], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const exited = once(child, "exit");
  await once(child.stdout, "data");
  await sleep(delay);
  child.kill("SIGKILL");
  const [code] = await exited;
  return code === null;
}

test(
  `a process killed at ${KILLS} moments leaves nothing half written, and the next run completes`,
  async () => {
    const path = await writeList(randomRows(ROWS, 25));
    const start = performance.now();
    expect(await take(path)).toMatchObject({ inserted: ROWS });
    const whole = performance.now() - start;
    let killed = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      province = await makeProvince(`killed-${kill}`);
      if (await killAfter(path, (whole * (2 * kill + 1)) / (2 * KILLS))) killed += 1;
      const [stored] = await queryRows<{ count: number }>("SELECT count(*)::int FROM dossier WHERE province_id = $1", [
        province.id,
      ]);
      expect([0, ROWS]).toContain(stored?.count);
      await expectSound();
      const again = await take(path);
      expect(again.inserted + again.unchanged).toBe(ROWS);
      // One that was killed before its turn came is told as lost by its silence.
      expect((await batches()).filter(({ state, hasBegun }) => state === "applying" && hasBegun)).toEqual([]);
      await expectSound();
    }
    expect(killed).toBeGreaterThan(KILLS / 2);
  },
  LONG_MS,
);
