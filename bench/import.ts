// A dossier list of a million rows, from the file to the committed ledger, beside bare COPY of the rows it becomes.
import { createWriteStream, statSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { addDays, parseDay } from "@/lib/sla";
import { closeDatabase } from "@/server/db";
import { importFile } from "@/server/imports/import-file";
import { applyMigrations } from "../scripts/lib/schema-engine";
import { makeProvince, PROCEDURES, type SmallProvince, type UnitSpec } from "../tests/support/small-province";
import { copyInto, printRows, timed, withScratchDatabase } from "./support";

const UNITS = 171;
const COMMUNES: readonly UnitSpec[] = Array.from({ length: UNITS }, (_, index) => ({
  code: `C${index}`,
  name: `Xã Thử Nghiệm Số ${index}`,
  level: "commune",
  parent: "P",
}));
const HEADER =
  "STT,Đơn vị tiếp nhận,Người tiếp nhận,Tên thủ tục hành chính,Mã hồ sơ,Trạng thái,Ngày nhận,Ngày hẹn trả,Ngày kết thúc xử lý,Mã thủ tục,Kênh,Người xử lý,Ngày tạm dừng,Ngày tiếp tục\r\n";
const CHANNELS = ["Trực tiếp", "Trực tuyến", "Bưu chính công ích"];
const START = parseDay("2020-01-01");
const DATA_DAYS = 366;
const LINES_PER_CHUNK = 5000;

function vietnamese(offset: number): string {
  return addDays(START, offset).split("-").reverse().join("/");
}

const DAYS = Array.from({ length: DATA_DAYS + 60 }, (_, offset) => vietnamese(offset));

/** One row in a hundred is open, one in fifty was paused for three days, one in six is late. */
function line(row: number): string {
  const mixed = Math.imul(row + 1, 2654435761) >>> 0;
  const procedure = PROCEDURES[mixed % PROCEDURES.length];
  const received = row % (DATA_DAYS - 20);
  const isOpen = mixed % 100 === 0;
  const wasPaused = mixed % 50 === 1;
  const finished = received + 3 + ((mixed >>> 8) % 15);
  return `${[
    row + 1,
    `Xã Thử Nghiệm Số ${(mixed >>> 4) % UNITS}`,
    "Người Tiếp Nhận",
    procedure?.name,
    `H99.26-${String(row).padStart(8, "0")}`,
    isOpen ? "Đang xử lý" : "Đã trả kết quả",
    `${DAYS[received]} 08:${String(mixed % 60).padStart(2, "0")}`,
    `${DAYS[received + 15]} 17:00`,
    isOpen ? "" : `${DAYS[finished]} 10:30`,
    procedure?.code,
    CHANNELS[mixed % CHANNELS.length],
    `Cán Bộ Thứ ${mixed % 400}`,
    wasPaused ? DAYS[received] : "",
    wasPaused ? DAYS[received + 3] : "",
  ].join(",")}\r\n`;
}

function* lines(rows: number): Generator<string> {
  yield `\uFEFF${HEADER}`;
  for (let first = 0; first < rows; first += LINES_PER_CHUNK) {
    let chunk = "";
    for (let row = first; row < Math.min(rows, first + LINES_PER_CHUNK); row++) chunk += line(row);
    yield chunk;
  }
}

function importAgain(province: SmallProvince, filePath: string, asOf: string) {
  return importFile(province.viewer("P", "province_office"), {
    provinceId: province.id,
    sourceName: "bench",
    isDemo: false,
    filePath,
    fileName: "list.csv",
    asOf: new Date(asOf),
    dryRun: false,
  });
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { rows: { type: "string", default: "1000000" } } });
  const rows = Number(values.rows);
  const folder = await mkdtemp(join(tmpdir(), "bench-import-"));
  const [list, copied] = [join(folder, "list.csv"), join(folder, "dossier.copy")];
  await pipeline(Readable.from(lines(rows)), createWriteStream(list));
  try {
    await withScratchDatabase(async (url) => {
      process.env.DATABASE_URL = url;
      await applyMigrations(url);
      const province = await makeProvince("bench", [
        { code: "P", name: "Tỉnh Đo Tốc Độ", level: "province" },
        ...COMMUNES,
      ]);
      const first = await timed(() => importAgain(province, list, "2020-12-31T23:59:59+07:00"));
      const again = await timed(() => importAgain(province, list, "2020-12-31T23:59:59+07:00"));
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await pipeline(client.query(copyTo("COPY dossier TO STDOUT")), createWriteStream(copied));
      const bare = await copyInto(client, "bare", "", copied);
      const indexed = await copyInto(client, "indexed", "INCLUDING ALL", copied);
      await client.end();
      await closeDatabase();
      const measured = (what: string, seconds: number): string[] => [
        what,
        seconds.toFixed(1),
        (rows / seconds / 1000).toFixed(0),
        (seconds / bare).toFixed(1),
      ];
      process.stdout.write(`${rows} rows, CSV of ${(statSync(list).size / 2 ** 20).toFixed(0)} MiB\n\n`);
      printRows(
        ["what", "seconds", "k rows/s", "× bare COPY"],
        [
          measured("import, file to committed ledger", first),
          measured("the same file again, nothing changes", again),
          measured("bare COPY of the dossier rows from Node, no index", bare),
          measured("the same COPY into a table with the indexes of `dossier`", indexed),
        ],
      );
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

await main();
