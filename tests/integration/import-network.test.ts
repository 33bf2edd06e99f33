import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, stat } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { openBatch } from "@/server/imports/batch-rows";
import { hashFile } from "@/server/imports/hash-file";
import { runWorker } from "@/server/imports/run-worker";
import { getImport } from "@/server/queries/get-import";
import { randomRows } from "../support/random-dossiers";
import { makeProvince, writeList } from "../support/small-province";

const PATIENT_MS = 60_000;

let elsewhere: Server;
let byPath: Server;
let port = 0;
let folder = "";
let visits = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "network-"));
  const visit = (): void => {
    visits += 1;
  };
  elsewhere = createServer(visit).listen(0, "127.0.0.1");
  byPath = createServer(visit).listen(join(folder, "socket"));
  await Promise.all([once(elsewhere, "listening"), once(byPath, "listening")]);
  const address = elsewhere.address();
  port = typeof address === "object" && address !== null ? address.port : 0;
});

beforeEach(() => {
  visits = 0;
});

afterEach(() => vi.unstubAllEnvs());

afterAll(() => {
  elsewhere.close();
  byPath.close();
});

test(
  "a guarded process reaches its database, and nothing else by any way out",
  async () => {
    const child = ["--import", "tsx", "--conditions=react-server", "tests/support/guarded-child.ts"];
    const { stdout } = await promisify(execFile)(process.execPath, [...child, String(port), join(folder, "socket")]);
    const { database, ...others } = JSON.parse(stdout);
    expect(database).toBe("open");
    expect(Object.keys(others).length).toBeGreaterThan(10);
    for (const [way, outcome] of Object.entries(others)) expect(outcome, way).toMatch(/^(EACCES|ERR_SOCKET_CLOSED)$/);
    expect(visits).toBe(0);
  },
  PATIENT_MS,
);

test(
  "the reader of an import is guarded before it opens the file",
  async () => {
    const province = await makeProvince("network");
    const office = province.viewer("P", "province_office");
    const filePath = await writeList(randomRows(20, 1));
    const { batchId } = await openBatch(office, {
      sourceName: "iGate",
      isDemo: false,
      fileName: "list.csv",
      fileSha256: await hashFile(filePath),
      fileBytes: (await stat(filePath)).size,
      asOf: new Date("2020-12-31T23:59:59+07:00"),
    });
    const note = join(folder, "note");
    vi.stubEnv("NODE_OPTIONS", `--import=${resolve("tests/support/try-network.mjs")}`);
    vi.stubEnv("TRY_PORT", String(port));
    vi.stubEnv("TRY_NOTE", note);
    await runWorker({ provinceId: province.id, batchId, task: "preview", filePath });
    expect(await getImport(office, batchId)).toMatchObject({ state: "previewed", inserted: 20 });
    expect(await readFile(note, "utf8")).toBe("EACCES");
    expect(visits).toBe(0);
  },
  PATIENT_MS,
);
