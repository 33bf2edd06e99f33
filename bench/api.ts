// Dossiers that another system sends, from the request to the answer, beside bare COPY of the rows they become.
// The route's own handler is called: everything but the socket, on one connection, one request after the other.
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { POST } from "@/app/api/v1/dossiers/route";
import { addDays, parseDay } from "@/lib/sla";
import { operatorViewer } from "@/server/auth/operator-viewer";
import { closeDatabase } from "@/server/db";
import type { PortalService } from "@/server/imports/portal/portal-schema";
import { createApiToken } from "@/server/mutations/create-api-token";
import { applyMigrations } from "../scripts/lib/schema-engine";
import { type PortalRecord, portalMoment, portalRecord, supplement } from "../tests/support/portal-records";
import { makeProvince, PROCEDURES, type UnitSpec } from "../tests/support/small-province";
import { copyInto, printRows, timed, withScratchDatabase } from "./support";

const UNITS = 171;
const COMMUNES: readonly UnitSpec[] = Array.from({ length: UNITS }, (_, index) => ({
  code: `C${index}`,
  name: `Xã Thử Nghiệm Số ${index}`,
  level: "commune",
  parent: "P",
}));
const START = parseDay("2020-01-01");
const AS_OF = "2020-12-31T23:59:59+07:00";
const LATER = "2021-01-01T23:59:59+07:00";

const codeOf = (row: number): string => `H99.26-${String(row).padStart(8, "0")}`;

/** One record in ten is open, one in ten was asked for a supplement. */
function record(row: number, isLater: boolean): PortalRecord {
  const mixed = Math.imul(row + 1, 2654435761) >>> 0;
  const received = addDays(START, row % 330);
  const isOpen = mixed % 10 === 0 && !isLater;
  const requests = mixed % 10 === 1 ? [supplement(portalMoment(received), portalMoment(addDays(received, 3)))] : [];
  return portalRecord(codeOf(row), {
    MaTTHC: PROCEDURES[mixed % PROCEDURES.length]?.code,
    DonViXuLy: `Xã Thử Nghiệm Số ${(mixed >>> 4) % UNITS}`,
    KenhThucHien: String(1 + (mixed % 3)),
    TrangThaiHoSo: isOpen ? "4" : "10",
    NgayTiepNhan: portalMoment(received),
    NgayHenTra: portalMoment(addDays(received, 15), "170000"),
    NgayKetThucXuLy: isOpen ? "" : portalMoment(addDays(received, 3 + ((mixed >>> 8) % 15)), "103000"),
    NgayTra: "",
    DanhSachHoSoBoSung: requests,
  });
}

/** Half of the dossiers are named with an office of their unit, the others with its officer alone. */
function step(row: number): PortalRecord {
  const day = addDays(START, row % 330);
  return {
    MaHoSo: codeOf(row),
    NguoiXuLy: `Cán bộ ${row % 900}`,
    PhongBanXuLy: row % 2 === 0 ? `Xã Thử Nghiệm Số ${row % UNITS}` : "",
    ThoiDiemXuLy: portalMoment(addDays(day, 2), "093000"),
    TrangThai: "4",
    NgayBatDau: portalMoment(day),
    NgayKetThucTheoQuyDinh: portalMoment(addDays(day, 5), "170000"),
  };
}

type Sent = { readonly service: PortalService; readonly asOf: string; readonly make: (row: number) => PortalRecord };

function bodies(rows: number, batch: number, { service, asOf, make }: Sent): string[] {
  return Array.from({ length: Math.ceil(rows / batch) }, (_, index) => {
    const length = Math.min(batch, rows - index * batch);
    const data = Array.from({ length }, (_none, offset) => make(index * batch + offset));
    return JSON.stringify({ service, asOf, data });
  });
}

const DOSSIERS: Sent = { service: "DongBoHoSoMC", asOf: AS_OF, make: (row) => record(row, false) };
const CHANGED: Sent = { service: "DongBoHoSoMC", asOf: LATER, make: (row) => record(row, true) };
const STEPS: Sent = { service: "CapNhatTienDoHoSoMC", asOf: LATER, make: step };

async function sendAll(secret: string, requests: readonly string[]): Promise<number> {
  return timed(async () => {
    for (const body of requests) {
      const headers = { Authorization: `Bearer ${secret}`, "Content-Type": "application/json" };
      const response = await POST(new Request("http://bench/api/v1/dossiers", { method: "POST", headers, body }));
      const answer = await response.json();
      if (response.status !== 200 || answer.rejected > 0) throw new Error(JSON.stringify(answer).slice(0, 300));
    }
  });
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { rows: { type: "string", default: "50000" }, batch: { type: "string", default: "5000" } },
  });
  const [rows, batch] = [Number(values.rows), Number(values.batch)];
  const few = Math.min(rows, 10_000);
  const folder = await mkdtemp(join(tmpdir(), "bench-api-"));
  try {
    await withScratchDatabase(async (url) => {
      process.env.DATABASE_URL = url;
      await applyMigrations(url);
      const province = await makeProvince("bench", [
        { code: "P", name: "Tỉnh Đo Tốc Độ", level: "province" },
        ...COMMUNES,
      ]);
      const { secret } = await createApiToken(operatorViewer(province.id), {
        tokenName: "bench",
        sourceName: "bench",
        unitId: province.units.P?.id ?? 0,
        expiresAt: null,
      });
      const first = await sendAll(secret, bodies(rows, batch, DOSSIERS));
      const again = await sendAll(secret, bodies(rows, batch, DOSSIERS));
      const changed = await sendAll(secret, bodies(rows, batch, CHANGED));
      const small = await sendAll(secret, bodies(few, 100, CHANGED));
      const steps = await sendAll(secret, bodies(rows, batch, STEPS));
      const sameSteps = await sendAll(secret, bodies(rows, batch, STEPS));
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      const copied = join(folder, "dossier.copy");
      await pipeline(client.query(copyTo("COPY dossier TO STDOUT")), createWriteStream(copied));
      const bare = await copyInto(client, "bare", "", copied);
      const indexed = await copyInto(client, "indexed", "INCLUDING ALL", copied);
      await client.end();
      await closeDatabase();
      const measured = (what: string, count: number, seconds: number): string[] => [
        what,
        seconds.toFixed(2),
        (count / seconds).toFixed(0),
        (seconds / count / (bare / rows)).toFixed(1),
      ];
      process.stdout.write(`${rows} dossiers, ${batch} a request\n\n`);
      printRows(
        ["what", "seconds", "dossiers/s", "× bare COPY"],
        [
          measured("new dossiers", rows, first),
          measured("the same again, nothing changes", rows, again),
          measured("one day later, one in ten has changed", rows, changed),
          measured("the same again, 100 a request", few, small),
          measured("a step of each", rows, steps),
          measured("the same steps again, nothing changes", rows, sameSteps),
          measured("bare COPY of the dossier rows from Node, no index", rows, bare),
          measured("the same COPY into a table with the indexes of `dossier`", rows, indexed),
        ],
      );
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

await main();
