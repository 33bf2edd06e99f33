// Pages while large lists are imported into the same province, beside the same pages on an idle server. One reader, one
// page after the other; the product as built, its demo data, a list of dossiers of all communes, taken over from one new
// source after another until there are answers enough to tell the slowest in twenty.
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { chromium, type Page } from "@playwright/test";
import { operatorViewer } from "@/server/auth/operator-viewer";
import { closeDatabase, queryRows } from "@/server/db";
import { importInWorker } from "@/server/imports/import-in-worker";
import { startDemoServer } from "../scripts/lib/testing/demo-server";
import { findChromium } from "../scripts/lib/testing/find-chromium";
import { signIn } from "../tests/e2e/sign-in";
import { type ListNames, listLines } from "./list-rows";
import { printRows } from "./support";

const WARM_UP = 15;
const AS_OF = "2020-12-31T23:59:59+07:00";
const PERIOD = "from=2020-01-01&to=2020-10-31";

/** Communes and procedures of the province, as a list names them. */
async function namesOf(provinceId: number): Promise<ListNames> {
  const units = await queryRows<{ name: string }>(
    `SELECT u.name || ' - ' || p.name AS name FROM unit u JOIN unit p ON p.id = u.parent_id
      WHERE u.province_id = $1 AND u.level = 'commune' AND u.valid_from <= '2020-01-01' AND (u.valid_until IS NULL OR u.valid_until > '2020-12-31')`,
    [provinceId],
  );
  const procedures = await queryRows<{ code: string; name: string }>(
    "SELECT code, name FROM procedure WHERE province_id = $1 AND name NOT LIKE '%,%' ORDER BY id LIMIT 50",
    [provinceId],
  );
  return { units: units.map(({ name }) => name), procedures };
}

type Times = Map<string, number[]>;

async function visit(page: Page, paths: Readonly<Record<string, string>>, times: Times): Promise<void> {
  for (const [kind, path] of Object.entries(paths)) {
    const begin = performance.now();
    const response = await page.request.get(path);
    await response.body();
    if (response.status() !== 200) throw new Error(`${path}: ${response.status()}`);
    times.set(kind, [...(times.get(kind) ?? []), performance.now() - begin]);
  }
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

type Size = { readonly rows: number; readonly answers: number };

async function measure(page: Page, databaseUrl: string, filePath: string, { rows, answers }: Size): Promise<void> {
  process.env.DATABASE_URL = databaseUrl;
  const [province] = await queryRows<{ id: number }>("SELECT id FROM province WHERE key = 'binh-dinh'", []);
  const [unit] = await queryRows<{ id: number }>("SELECT id FROM unit WHERE code = '547'", []);
  if (!province || !unit) throw new Error("The demo data lack Bình Định");
  await pipeline(Readable.from(listLines(rows, await namesOf(province.id))), createWriteStream(filePath));
  const paths = {
    ranking: `/ranking?unit=52&level=commune&${PERIOD}`,
    unit: `/units/${unit.id}?${PERIOD}`,
    dossiers: `/dossiers?unit=547&measure=late&${PERIOD}`,
  };
  for (let round = 0; round < WARM_UP; round += 1) await visit(page, paths, new Map());
  const idle: Times = new Map();
  for (let round = 0; round < answers; round += 1) await visit(page, paths, idle);
  const viewer = await operatorViewer(province.id);
  const take = (sourceName: string) =>
    importInWorker(
      viewer,
      {
        provinceId: province.id,
        sourceName,
        isDemo: true,
        filePath,
        fileName: "list.csv",
        asOf: new Date(AS_OF),
        dryRun: false,
      },
      { onBegin: () => {}, onProgress: () => {} },
    );
  const during: Times = new Map();
  let imports = 0;
  let seconds = 0;
  while ((during.get("dossiers")?.length ?? 0) < answers) {
    imports += 1;
    let isOver = false;
    const begin = performance.now();
    const importing = take(`bench ${imports}`).finally(() => {
      isOver = true;
    });
    while (!isOver) await visit(page, paths, during);
    const { inserted } = await importing;
    if (inserted !== rows) throw new Error(`${inserted} of ${rows} rows were taken over`);
    seconds += (performance.now() - begin) / 1000;
  }
  process.stdout.write(`${imports} imports of ${rows} rows, ${(seconds / imports).toFixed(1)} s each\n\n`);
  printRows(
    ["page", "idle p50 ms", "idle p95 ms", "during p50 ms", "during p95 ms", "× p95", "answers during"],
    Object.keys(paths).map((kind) => {
      const [quiet, busy] = [idle.get(kind) ?? [], during.get(kind) ?? []];
      const figures = [quiet, busy].flatMap((times) => [percentile(times, 0.5), percentile(times, 0.95)]);
      const ratio = percentile(busy, 0.95) / percentile(quiet, 0.95);
      return [kind, ...figures.map((value) => value.toFixed(0)), ratio.toFixed(1), String(busy.length)];
    }),
  );
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { rows: { type: "string", default: "300000" }, answers: { type: "string", default: "300" } },
  });
  const size = { rows: Number(values.rows), answers: Number(values.answers) };
  const folder = await mkdtemp(join(tmpdir(), "bench-during-"));
  const server = await startDemoServer();
  const browser = await chromium.launch({ executablePath: await findChromium(), args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage({ baseURL: server.address });
    await signIn(page, "quantri");
    await measure(page, server.databaseUrl, join(folder, "list.csv"), size);
  } finally {
    await browser.close();
    await closeDatabase();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

await main();
