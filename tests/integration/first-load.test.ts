import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { connectionConfig, queryRows } from "@/server/db";
import { env } from "@/server/env";
import { BUILD_DEFERRED_SQL } from "@/server/imports/defer-indexes";
import { importFile, type ImportResult } from "@/server/imports/import-file";
import { MOVEMENT_COLUMNS } from "@/server/ledger/movement-columns";
import { verify } from "@/server/ledger/verify";
import { applyMigrations } from "../../scripts/lib/schema-engine";
import { randomRows } from "../support/random-dossiers";
import { type ListRow, makeProvince, type SmallProvince, writeList } from "../support/small-province";

/** More than one block, so that the indexes are left out until its end. */
const ROWS = 27_000;
const LONG_MS = 240_000;

type Index = { indexname: string; indexdef: string };

let province: SmallProvince;
let other: pg.Client;
let made = 0;
let indexesBefore: Index[];

beforeEach(async () => {
  made += 1;
  await queryRows("TRUNCATE dossier, dossier_pause, dossier_step, ledger_day, ledger_month, ledger_field_month", []);
  province = await makeProvince(`first-${made}`);
  other = new pg.Client(connectionConfig());
  await other.connect();
  await queryRows("DELETE FROM deferred_index WHERE definition LIKE '%wrong%'", []);
  await queryRows(BUILD_DEFERRED_SQL, []);
  indexesBefore = await indexes();
});

afterEach(async () => {
  await other.end();
});

async function indexes(): Promise<Index[]> {
  return queryRows<Index>(
    "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'dossier' ORDER BY indexname",
    [],
  );
}

async function missing(): Promise<Index[]> {
  const there = new Set((await indexes()).map(({ indexname }) => indexname));
  return indexesBefore.filter(({ indexname }) => !there.has(indexname));
}

async function expectIndexed(): Promise<void> {
  expect(await indexes()).toEqual(indexesBefore);
  expect(await queryRows("SELECT FROM deferred_index", [])).toEqual([]);
}

function take(filePath: string, of: SmallProvince = province, dryRun = false): Promise<ImportResult> {
  return importFile(of.viewer("P", "province_office"), {
    provinceId: of.id,
    sourceName: "iGate",
    isDemo: false,
    filePath,
    fileName: "list.csv",
    asOf: new Date("2020-12-31T23:59:59+07:00"),
    dryRun,
  });
}

function begin(filePath: string): ChildProcess {
  const args = ["--import", "tsx", "--conditions=react-server", "tests/support/import-child.ts"];
  return spawn(process.execPath, [...args, String(province.id), String(province.units.P?.id), filePath], {
    stdio: "ignore",
  });
}

/** Until the import's session waits for the lock on a table, and whether it has kept `dossier` for itself. */
async function untilHeld(): Promise<boolean> {
  for (let tries = 0; tries < 1200; tries += 1) {
    const [held] = await queryRows<{ alone: boolean }>(
      `SELECT EXISTS (SELECT FROM pg_locks l WHERE l.pid = a.pid AND l.relation = 'dossier'::regclass AND l.granted
                         AND l.mode = 'AccessExclusiveLock') AS alone
         FROM pg_stat_activity a
        WHERE a.application_name LIKE $1 AND a.wait_event_type = 'Lock' AND a.datname = current_database()`,
      [`dung-hen import ${province.id}-%`],
    );
    if (held) return held.alone;
    await sleep(50);
  }
  throw new Error("It never came so far");
}

async function untilOver(): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const left = await queryRows(
      "SELECT 1 FROM pg_stat_activity WHERE application_name LIKE 'dung-hen import %' AND datname = current_database()",
      [],
    );
    if (left.length === 0) return;
    await sleep(50);
  }
  throw new Error("Its session never ended");
}

async function stored(of: SmallProvince = province): Promise<number> {
  const [row] = await queryRows<{ count: number }>("SELECT count(*)::int FROM dossier WHERE province_id = $1", [of.id]);
  return row?.count ?? 0;
}

async function expectSound(of: SmallProvince = province): Promise<void> {
  const { differences } = await verify(of.viewer("P", "province_office"), { seed: made, samples: 10 });
  expect(differences).toEqual([]);
}

// The first wants all three tables for itself, or has the pauses of its first block held up; the second has come to the
// ledger, after the unique indexes.
test.each([
  ["before", "dossier_pause", [true, false]],
  ["after", "ledger_day", [true]],
])(
  "killed %s its unique indexes are built: they are all back, and nothing is written",
  async (_when, table, alone) => {
    const filePath = await writeList(randomRows(ROWS, 51));
    await other.query(`BEGIN; LOCK TABLE ${table} IN SHARE MODE`);
    const child = begin(filePath);
    const exited = once(child, "exit");
    expect(alone).toContain(await untilHeld());
    child.kill("SIGKILL");
    await exited;
    await other.query("ROLLBACK");
    await untilOver();
    await expectIndexed();
    expect(await stored()).toBe(0);
    expect(await take(filePath)).toMatchObject({ inserted: ROWS });
    await expectIndexed();
    await expectSound();
  },
  LONG_MS,
);

/** Held up between its commit and the indexes of lists: a writer comes in between, and no index is built beside him. */
async function takeAndHold(child: ChildProcess): Promise<pg.Client> {
  const writer = new pg.Client(connectionConfig());
  await writer.connect();
  expect(await untilHeld()).toBe(true);
  const writing = writer.query("BEGIN; LOCK TABLE dossier IN ROW EXCLUSIVE MODE");
  await sleep(200);
  await other.query("ROLLBACK");
  await writing;
  expect(await untilHeld()).toBe(false);
  expect(child.exitCode).toBeNull();
  return writer;
}

const BY_HAND = "CREATE INDEX dossier_unit_id_closed_on_idx ON dossier (unit_id, closed_on)";
const builders: [string, () => Promise<unknown>][] = [
  ["the next import builds them, however small", async () => take(await writeList(randomRows(50, 63)))],
  ["the next start builds them", () => applyMigrations(env().DATABASE_URL)],
  ["two at once build each once", () => Promise.all([0, 1].map(() => queryRows(BUILD_DEFERRED_SQL, [])))],
  [
    "those are built that nobody has made by hand",
    async () => {
      await queryRows(BY_HAND, []);
      await take(await writeList(randomRows(50, 63)));
    },
  ],
];

test.each(builders)(
  "killed after its commit, before the indexes of lists: all is written, and %s",
  async (_what, build) => {
    await other.query("BEGIN; LOCK TABLE ledger_day IN SHARE MODE");
    const child = begin(await writeList(randomRows(ROWS, 62)));
    const exited = once(child, "exit");
    const writer = await takeAndHold(child);
    child.kill("SIGKILL");
    await exited;
    await untilOver();
    await writer.query("ROLLBACK");
    await writer.end();
    expect(await stored()).toBe(ROWS);
    await expectSound();
    expect((await missing()).map(({ indexname }) => indexname)).toEqual([
      "dossier_unit_id_closed_on_idx",
      "dossier_unit_id_due_counted_on_idx",
      "dossier_unit_id_received_on_idx",
    ]);
    await build();
    await expectIndexed();
    await expectSound();
  },
  LONG_MS,
);

test(
  "an index that cannot be built keeps neither this import from being told as done, nor the next one, nor the next start",
  async () => {
    const filePath = await writeList(randomRows(ROWS, 64));
    await queryRows("INSERT INTO deferred_index VALUES ('CREATE INDEX wrong ON dossier (wrong)')", []);
    expect(await take(filePath)).toMatchObject({ inserted: ROWS });
    expect(await missing()).toHaveLength(3);
    expect(await take(filePath)).toMatchObject({ inserted: 0, unchanged: ROWS });
    expect(await applyMigrations(env().DATABASE_URL)).toEqual([]);
    await queryRows("DELETE FROM deferred_index WHERE definition LIKE '%wrong%'", []);
    expect(await take(filePath)).toMatchObject({ inserted: 0, unchanged: ROWS });
    await expectIndexed();
  },
  LONG_MS,
);

test(
  "read twice, as two of its rows contradict each other: indexed once",
  async () => {
    const rows = randomRows(ROWS, 65);
    const [first, ...rest] = rows;
    const contradicting = { ...first, Kênh: "", "Mã thủ tục": "1.000001", "Ngày nhận": "02/03/2019" };
    const { inserted, rejected } = await take(await writeList([...rows, contradicting]));
    expect([inserted, rejected]).toEqual([rest.length, 2]);
    await expectIndexed();
    await expectSound();
  },
  LONG_MS,
);

test(
  "of several blocks, of which each takes the room of the one before the last: every row is the one that was sent",
  async () => {
    const rows = randomRows(110_000, 60).map((row, at): ListRow => ({ ...row, "Người xử lý": `Cán bộ ${at % 977}` }));
    expect(await take(await writeList(rows))).toMatchObject({ inserted: rows.length });
    const written = await queryRows<{ code: string; officer: string }>(
      "SELECT code, officer FROM dossier WHERE province_id = $1 ORDER BY code",
      [province.id],
    );
    const sent = rows.map((row) => ({ code: row["Mã hồ sơ"], officer: row["Người xử lý"] }));
    expect(written).toEqual(sent);
    await expectSound();
  },
  LONG_MS,
);

test("ids that others take meanwhile: every pause is with its dossier", async () => {
  let isDone = false;
  const taking = (async () => {
    while (!isDone) await other.query("SELECT count(nextval('dossier_id_seq')) FROM generate_series(1, 500)");
  })();
  await take(await writeList(randomRows(6000, 61))).finally(() => {
    isDone = true;
  });
  await taking;
  const [ids] = await queryRows<{ paused: number; between: number }>(
    `SELECT count(*) FILTER (WHERE paused_spans IS NOT NULL)::int AS paused,
            (max(id) - min(id) + 1 - count(*))::int AS between FROM dossier WHERE province_id = $1`,
    [province.id],
  );
  expect(ids?.paused).toBeGreaterThan(100);
  expect(ids?.between).toBeGreaterThan(500);
  await expectSound();
});

test(
  "two provinces at once into the empty table: both are written whole, the indexes are as before",
  async () => {
    const second = await makeProvince(`first-${made}-b`);
    const paths = await Promise.all([writeList(randomRows(ROWS, 52)), writeList(randomRows(ROWS, 53))]);
    const results = await Promise.all([take(paths[0] ?? ""), take(paths[1] ?? "", second)]);
    expect(results.map(({ inserted }) => inserted)).toEqual([ROWS, ROWS]);
    expect([await stored(), await stored(second)]).toEqual([ROWS, ROWS]);
    await expectIndexed();
    await expectSound();
    await expectSound(second);
  },
  LONG_MS,
);

test(
  "whoever comes while the empty table is filled waits for it; the next import leaves the indexes where they are",
  async () => {
    const filePath = await writeList(randomRows(ROWS, 54));
    await other.query("BEGIN; LOCK TABLE ledger_day IN SHARE MODE");
    const first = take(filePath);
    expect(await untilHeld()).toBe(true);
    const second = await makeProvince(`first-${made}-b`);
    let isDone = false;
    const waiting = take(await writeList(randomRows(50, 55)), second).finally(() => {
      isDone = true;
    });
    await sleep(500);
    expect(isDone).toBe(false);
    await other.query("ROLLBACK");
    expect([(await first).inserted, (await waiting).inserted]).toEqual([ROWS, 50]);
    province = await makeProvince(`first-${made}-c`);
    await other.query("BEGIN; LOCK TABLE ledger_day IN SHARE MODE");
    const third = take(filePath);
    expect(await untilHeld()).toBe(false);
    await other.query("ROLLBACK");
    expect(await third).toMatchObject({ inserted: ROWS });
    await expectIndexed();
    await expectSound();
  },
  LONG_MS,
);

test(
  "a reader who does not leave the table: the indexes stay, and the import goes on",
  async () => {
    await other.query("BEGIN; SELECT count(*) FROM dossier");
    expect(await take(await writeList(randomRows(ROWS, 56)))).toMatchObject({ inserted: ROWS });
    await other.query("ROLLBACK");
    await expectIndexed();
    await expectSound();
  },
  LONG_MS,
);

test(
  "first rows that others may read: no vacuum finds the table empty meanwhile, and pauses find their dossiers by the key",
  async () => {
    const writer = new pg.Client(connectionConfig());
    await writer.connect();
    // The reader keeps the table from being the import's own, the writer holds up its first pauses.
    await other.query("BEGIN; SELECT count(*) FROM dossier");
    await writer.query("BEGIN; LOCK TABLE dossier_pause IN SHARE MODE");
    const taking = take(await writeList(randomRows(ROWS, 66)));
    await untilPausesWait();
    await expect(queryRows("VACUUM (SKIP_LOCKED, ANALYZE) dossier", [])).resolves.toEqual([]);
    const [seen] = await queryRows<{ vacuumed: boolean }>(
      "SELECT last_vacuum IS NOT NULL AS vacuumed FROM pg_stat_user_tables WHERE relname = 'dossier'",
      [],
    );
    expect(seen?.vacuumed).toBe(false);
    await other.query("ROLLBACK");
    await writer.query("ROLLBACK");
    await writer.end();
    expect(await taking).toMatchObject({ inserted: ROWS });
    await expectSound();
  },
  LONG_MS,
);

async function untilPausesWait(): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const waiting = await queryRows(
      "SELECT FROM pg_locks WHERE relation = 'dossier_pause'::regclass AND mode = 'RowExclusiveLock' AND NOT granted",
      [],
    );
    if (waiting.length > 0) return;
    await sleep(50);
  }
  throw new Error("It never came to its pauses");
}

test(
  "previewed: counted as it will be written, the table is empty and its indexes are as before",
  async () => {
    const filePath = await writeList(randomRows(ROWS, 58));
    expect(await take(filePath, province, true)).toMatchObject({ inserted: ROWS });
    await expectIndexed();
    expect(await stored()).toBe(0);
    // Nor are rows left that are to be cleared away.
    expect(await queryRows("SELECT pg_relation_size('dossier')::int AS bytes", [])).toEqual([{ bytes: 0 }]);
    expect(await take(filePath)).toMatchObject({ inserted: ROWS });
    await expectSound();
  },
  LONG_MS,
);

test("what is counted while rows are read is what the view tells of them", async () => {
  await take(await writeList(randomRows(3000, 57)));
  const month = "date_trunc('month', day)::date";
  await expectPosted("ledger_day", "unit_id, day", "unit_id, day");
  await expectPosted("ledger_month", "unit_id, month", `unit_id, ${month} AS month`);
  await expectPosted("ledger_field_month", "unit_id, field_id, month", `unit_id, field_id, ${month} AS month`);
});

async function expectPosted(table: string, keys: string, told: string): Promise<void> {
  const sums = MOVEMENT_COLUMNS.map((column) => `sum(${column})::int AS ${column}`).join(", ");
  const moved = MOVEMENT_COLUMNS.map((column) => `sum(${column}) <> 0`).join(" OR ");
  const rows = await queryRows(
    `SELECT province_id, ${told}, ${sums} FROM dossier_movement GROUP BY province_id, ${keys.replace("month", "date_trunc('month', day)")}
     HAVING ${moved} ORDER BY province_id, ${keys}`,
    [],
  );
  expect(rows.length).toBeGreaterThan(20);
  const columns = `province_id, ${keys}, ${MOVEMENT_COLUMNS.join(", ")}`;
  expect(await queryRows(`SELECT ${columns} FROM ${table} ORDER BY province_id, ${keys}`, [])).toEqual(rows);
}

test(
  "dossiers of so many units and years that their counts have no room: they are sent in between",
  async () => {
    const communes = Array.from({ length: 80 }, (_, number) => ({
      code: `C${number}`,
      name: `Xã Số ${number}`,
      level: "commune" as const,
      parent: "P",
    }));
    const root = { code: "P", name: "Tỉnh Nhiều Xã", level: "province" } as const;
    province = await makeProvince(`first-${made}-wide`, [root, ...communes]);
    const [first] = randomRows(1, 59);
    const rows = communes.flatMap(({ name }) =>
      Array.from({ length: 3 * 4 * 29 }, (_, at) => ({
        ...first,
        "Mã hồ sơ": `${name}-${at}`,
        "Đơn vị tiếp nhận": name,
        "Mã thủ tục": `1.00000${1 + (at % 3)}`,
        "Trạng thái": "Đang xử lý",
        "Ngày nhận": `0${1 + (at % 9)}/0${1 + 2 * (at % 4)}/${1991 + (at % 29)}`,
        "Ngày hẹn trả": "",
        "Ngày kết thúc xử lý": "",
      })),
    );
    expect(await take(await writeList(rows))).toMatchObject({ inserted: rows.length, rejected: 0 });
    // Days are noted one by one where the ledger was not copied at once.
    const notes = await queryRows("SELECT FROM quality_change WHERE province_id = $1", [province.id]);
    expect(notes.length).toBeGreaterThan(0);
    await expectSound();
  },
  LONG_MS,
);
