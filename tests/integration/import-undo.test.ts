import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { queryRows } from "@/server/db";
import { verify } from "@/server/ledger/verify";
import { importFile } from "@/server/imports/import-file";
import { openBatch } from "@/server/imports/batch-rows";
import { recordsSource } from "@/server/imports/portal/records-source";
import { runBatch } from "@/server/imports/run-batch";
import { undoImport } from "@/server/mutations/undo-import";
import { movedIn } from "@/server/recompute/effect";
import { closure, publishEdits } from "../support/calendar-edits";
import { comparableState as state } from "../support/comparable-state";
import { portalRecord } from "../support/portal-records";
import { randomRows } from "../support/random-dossiers";
import { importRows, type ListRow, makeProvince, type SmallProvince, writeList } from "../support/small-province";

let province: SmallProvince;
let made = 0;

beforeEach(async () => {
  made += 1;
  province = await makeProvince(`undo-${made}`);
});

const office = () => province.viewer("P", "province_office");
const undo = (batchId: number) => undoImport(office(), { batchId });

async function expectSound(): Promise<void> {
  const { differences } = await verify(office(), { seed: made, samples: 10 });
  expect(differences).toEqual([]);
}

const here = () => state(province, { withBatches: true });

describe("undoing the newest import", () => {
  test("of new dossiers removes them", async () => {
    const first = await importRows(province, randomRows(300, 1).slice(0, 100), { asOf: "2021-06-01T08:00:00+07:00" });
    const before = await here();
    const second = await importRows(province, randomRows(300, 1), { asOf: "2021-06-02T08:00:00+07:00" });
    expect(second).toMatchObject({ inserted: 200 });
    expect(await undo(second.batch)).toEqual({ removed: 200, restored: 0 });
    expect(await here()).toEqual(before);
    await expectSound();
    expect(await undo(first.batch)).toMatchObject({ removed: 100 });
    expect(await here()).toEqual([[], [], [], []]);
  });

  test("of changed ones brings back what they were, pauses and all", async () => {
    const rows = randomRows(400, 2);
    await importRows(province, rows, { asOf: "2021-06-09T08:00:00+07:00" });
    const before = await here();
    const others = randomRows(400, 3);
    const edited = rows.map((row, at) =>
      at % 3 === 0 ? { ...row, ...others[at], "Mã hồ sơ": row["Mã hồ sơ"] ?? "" } : row,
    );
    const second = await importRows(province, edited, { asOf: "2021-06-11T08:00:00+07:00" });
    expect(second.updated).toBeGreaterThan(100);
    expect(await here()).not.toEqual(before);
    expect(await undo(second.batch)).toEqual({ removed: 0, restored: second.updated });
    expect(await here()).toEqual(before);
    await expectSound();
  });

  test("under a calendar published since: what comes back has its due days computed anew", async () => {
    const rows = randomRows(300, 7);
    await importRows(province, rows, { asOf: "2021-06-10T08:00:00+07:00" });
    const edited = rows.map((row) => ({ ...row, "Người xử lý": "Cán bộ khác" }));
    const { batch } = await importRows(province, edited, { asOf: "2021-06-11T08:00:00+07:00" });
    const { effect } = await publishEdits(province, closure(province, "A"));
    expect(movedIn(effect.total)).toBeGreaterThan(0);
    await undo(batch);
    await expectSound();
  });

  test("leaves other sources alone, and the as-of day goes back", async () => {
    await importRows(province, randomRows(50, 4), { asOf: "2021-06-09T08:00:00+07:00" });
    const other = await importRows(province, randomRows(50, 5), {
      asOf: "2021-06-11T08:00:00+07:00",
      sourceName: "Khác",
    });
    const third = await importRows(province, randomRows(60, 4), { asOf: "2021-06-11T09:00:00+07:00" });
    await undo(third.batch);
    await undo(other.batch);
    const states = await queryRows<{ state: string }>(
      "SELECT state FROM import_batch WHERE province_id = $1 ORDER BY id",
      [province.id],
    );
    expect(states.map((row) => row.state)).toEqual(["applied", "undone", "undone"]);
    await expectSound();
  });
});

describe("what cannot be undone", () => {
  test("an import that is not the newest of its source, one undone already, one that is no longer kept", async () => {
    const batches: number[] = [];
    for (let day = 1; day <= 5; day += 1) {
      const { batch } = await importRows(province, randomRows(10 * day, 6), { asOf: `2021-06-0${day}T08:00:00+07:00` });
      batches.push(batch);
    }
    const [, second = 0, third = 0, fourth = 0, fifth = 0] = batches;
    await expect(undo(fourth)).rejects.toMatchObject({ code: "importNotUndoable" });
    await undo(fifth);
    await expect(undo(fifth)).rejects.toMatchObject({ code: "importNotUndoable" });
    await undo(fourth);
    await undo(third);
    await expect(undo(second)).rejects.toMatchObject({ code: "importNotUndoable" });
    await expectSound();
  });
});

describe("undoing progress records", () => {
  const office = () => province.viewer("P", "province_office");
  const ask = async (service: "DongBoHoSoMC" | "CapNhatTienDoHoSoMC", records: readonly unknown[], asOf: string) => {
    const batch = await openBatch(office(), {
      sourceName: "iGate",
      isDemo: false,
      fileName: "x",
      fileSha256: "",
      fileBytes: 0,
      asOf: new Date(asOf),
    });
    const source = recordsSource(office(), service, records);
    const options = { source, scopePath: "/", dryRun: false, waitMs: null, answersEach: true, onProgress: () => {} };
    return { ...(await runBatch(batch, options)), batch: batch.batchId };
  };
  const step = (code: string, hour: string, more: object = {}) => ({
    MaHoSo: code,
    NguoiXuLy: "Lê B",
    ThoiDiemXuLy: `20200303${hour}0000`,
    ...more,
  });

  test("removes those that are new, brings back those that changed, and the batches before can go too", async () => {
    const first = await ask("DongBoHoSoMC", [portalRecord("F-1"), portalRecord("F-2")], "2020-12-29T08:00:00+07:00");
    const none = await here();
    const told = await ask(
      "CapNhatTienDoHoSoMC",
      [step("F-1", "08"), step("F-1", "10"), step("F-2", "09")],
      "2020-12-30T08:00:00+07:00",
    );
    const before = await here();
    const corrected = await ask(
      "CapNhatTienDoHoSoMC",
      [step("F-1", "08", { NgayKetThucTheoQuyDinh: "20200310170000" }), step("F-1", "10"), step("F-2", "11")],
      "2020-12-31T08:00:00+07:00",
    );
    expect(corrected).toMatchObject({ inserted: 1, updated: 1, unchanged: 1 });
    expect(await undo(corrected.batch)).toEqual({ removed: 1, restored: 1 });
    expect(await here()).toEqual(before);
    expect(await undo(told.batch)).toEqual({ removed: 3, restored: 0 });
    expect(await here()).toEqual(none);
    expect(await undo(first.batch)).toEqual({ removed: 2, restored: 0 });
    expect(await here()).toEqual([[], [], [], []]);
  });
});

type Step =
  | { readonly kind: "import" | "kill"; readonly day: number; readonly seed: number }
  | { readonly kind: "undo" | "repeat" };
type Survivor = { readonly batch: number; readonly day: number; readonly rows: ListRow[] };

/** Ends the session of an import under way; whether that was in time is seen by its result. */
async function importKilled(tried: SmallProvince, rows: readonly ListRow[], asOf: Date): Promise<number | null> {
  const input = { provinceId: tried.id, sourceName: "iGate", isDemo: false, fileName: "list.csv", asOf, dryRun: false };
  let ended: Promise<unknown> | undefined;
  const end = (): void => {
    ended ??= queryRows(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE $1",
      [`dung-hen import ${tried.id}-%`],
    );
  };
  const viewer = tried.viewer("P", "province_office");
  const imported = await importFile(viewer, { ...input, filePath: await writeList(rows) }, end).catch(() => null);
  await ended;
  return imported?.batch ?? null;
}

test("any sequence of imports (overlapping, repeated, older, undone, killed) ends as the surviving files in the order of their as-of moments would", async () => {
  const day = fc.integer({ min: 1, max: 9 });
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant("import" as const), day, seed: fc.nat(6) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("kill" as const), day, seed: fc.nat(6) }) },
    { weight: 1, arbitrary: fc.constant<Step>({ kind: "repeat" }) },
    { weight: 2, arbitrary: fc.constant<Step>({ kind: "undo" }) },
  );
  // A moment is told once: two exports of one moment that differ have no order.
  const steps = fc.uniqueArray(step, { minLength: 2, maxLength: 7, selector: (one) => ("day" in one ? one.day : {}) });
  let run = 0;
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      run += 1;
      const tried = await makeProvince(`sequence-${run}`);
      const straight = await makeProvince(`straight-${run}`);
      const surviving = await takeSteps(tried, taken);
      for (const { rows, day: on } of [...surviving].sort((a, b) => a.day - b.day))
        await importRows(straight, rows, asOf(on));
      expect(await state(tried, { withBatches: false })).toEqual(await state(straight, { withBatches: false }));
      const { differences } = await verify(tried.viewer("P", "province_office"), { seed: run, samples: 5 });
      expect(differences).toEqual([]);
    }),
    { numRuns: process.env.CI ? 60 : 12 },
  );
}, 300_000);

const asOf = (day: number) => ({ asOf: `2021-01-0${day}T08:00:00+07:00` });

async function takeSteps(tried: SmallProvince, steps: readonly Step[]): Promise<Survivor[]> {
  const surviving: Survivor[] = [];
  for (const one of steps) {
    const last = surviving.at(-1);
    if (one.kind === "import" || one.kind === "kill") {
      const rows = withoutPauses(randomRows(40, one.seed).slice(one.seed, 30 + one.seed));
      const batch =
        one.kind === "import"
          ? (await importRows(tried, rows, asOf(one.day))).batch
          : await importKilled(tried, rows, new Date(asOf(one.day).asOf));
      if (batch !== null) surviving.push({ batch, day: one.day, rows });
    } else if (one.kind === "repeat" && last) {
      const { batch } = await importRows(tried, last.rows, asOf(last.day));
      surviving.push({ ...last, batch });
    } else if (one.kind === "undo" && last) {
      const undone = undoImport(tried.viewer("P", "province_office"), { batchId: last.batch });
      // Only the three newest are kept: what cannot be undone survives.
      const isUndone = await undone.then(
        () => true,
        () => false,
      );
      if (isUndone) surviving.pop();
    }
  }
  return surviving;
}

/** A list tells of one pause only: what an older one adds to a newer is another question (docs/known-debt.md). */
function withoutPauses(rows: readonly ListRow[]): ListRow[] {
  return rows.filter((row) => (row["Ngày tạm dừng"] ?? "") === "");
}
