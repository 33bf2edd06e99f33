import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Viewer } from "@/lib/access/viewer";
import { POST } from "@/app/api/v1/dossiers/route";
import { GET as describeApi } from "@/app/api/v1/openapi.json/route";
import { GET as rank } from "@/app/api/v1/ranking/route";
import { NextRequest } from "next/server";
import { errorSchema } from "@/server/api/error-contract";
import { receivedSchema } from "@/server/api/dossiers-contract";
import { rankingSchema } from "@/server/api/ranking-contract";
import { OPERATIONS } from "@/server/api/openapi-document";
import { operatorViewer } from "@/server/auth/operator-viewer";
import { queryRows } from "@/server/db";
import { IMPORT_LOCK } from "@/server/ledger/import-lock";
import { createApiToken } from "@/server/mutations/create-api-token";
import { testDatabaseUrl, withClient } from "../support/database";
import { portalRecord } from "../support/portal-records";
import { randomRows } from "../support/random-dossiers";
import { importRows, makeProvince, type SmallProvince } from "../support/small-province";

const signedIn = vi.hoisted(() => ({ viewer: null as Viewer | null }));
// Whoever is signed in stands in a cookie that only Next can read.
vi.mock("@/server/auth/find-viewer", () => ({ findViewer: async () => signedIn.viewer }));

let province: SmallProvince;
let secret: string;

beforeAll(async () => {
  province = await makeProvince("contract");
  await importRows(province, randomRows(200, 9));
  const unitId = province.units.P?.id ?? 0;
  const input = { tokenName: "hệ thống", sourceName: "Một cửa", unitId, expiresAt: null };
  secret = (await createApiToken(operatorViewer(province.id), input)).secret;
});

beforeEach(() => queryRows("DELETE FROM login_throttle", []));

const GOOD = { asOf: "2020-12-31T23:59:59+07:00", data: [portalRecord("HD-1")] };

function post(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return POST(
    new Request("http://localhost/api/v1/dossiers", {
      method: "POST",
      headers: { Authorization: `Bearer ${secret}`, "Content-Type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    }),
  );
}

const PERIOD = "from=2020-01-01&to=2020-12-31";
const ranking = (query: string): Promise<Response> => rank(new NextRequest(`http://localhost/api/v1/ranking?${query}`));

/** Answers while another import of the province is at work. */
async function whileImporting(answer: (client: { query(sql: string): Promise<unknown> }) => Promise<Response>) {
  return withClient(testDatabaseUrl(), async (client) => {
    await client.query("SELECT pg_advisory_lock($1, $2)", [IMPORT_LOCK, province.id]);
    return answer(client);
  });
}

/** The connection on which a request waits, ended as a restart of the server would. */
async function endWaiting(client: { query(sql: string): Promise<unknown> }): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const ended = await queryRows(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name LIKE 'dung-hen import %' AND wait_event = 'advisory'`,
      [],
    );
    if (ended.length > 0) return;
    await client.query("SELECT pg_sleep(0.05)");
  }
}

/** How each documented status comes about. */
const CASES: Readonly<Record<keyof typeof OPERATIONS, Readonly<Record<number, (() => Promise<Response>)[]>>>> = {
  "POST /api/v1/dossiers": {
    200: [() => post(GOOD), () => post({ ...GOOD, data: [7] })],
    400: [
      () => post("{"),
      () => post(GOOD, { "Content-Type": "text/plain" }),
      () => post({ ...GOOD, asOf: "2199-01-01T00:00:00Z" }),
      () => post(GOOD, { "Idempotency-Key": "hai chu" }),
    ],
    401: [
      () => post(GOOD, { Authorization: "Bearer dunghen_sai-sai-sai-sai-sai" }),
      () => post(GOOD, { Authorization: "" }),
    ],
    409: [
      () => whileImporting(() => post(GOOD)),
      async () => {
        await queryRows(
          `INSERT INTO api_request (province_id, token_id, key, body_sha256, begun_at)
           SELECT province_id, id, 'dang-lam', (SELECT encode(sha256($1::bytea), 'hex')), now() FROM api_token`,
          [Buffer.from(JSON.stringify(GOOD))],
        );
        return post(GOOD, { "Idempotency-Key": "dang-lam" });
      },
    ],
    413: [
      () => post({ ...GOOD, data: Array.from({ length: 5001 }, () => ({})) }),
      () => post(`{"data": [{"MaHoSo": "${"x".repeat(33 * 1024 * 1024)}"}]}`),
    ],
    422: [
      () => post({ data: "không" }),
      () => post({ data: [] }),
      () => post({ ...GOOD, service: "LayThuTuc" }),
      async () => {
        await post(GOOD, { "Idempotency-Key": "mot-lan" });
        return post({ ...GOOD, data: [portalRecord("HD-2")] }, { "Idempotency-Key": "mot-lan" });
      },
    ],
    429: [
      async () => {
        await queryRows(
          "INSERT INTO login_throttle (key, points, expire) SELECT 'apiToken:' || id, 600, $1::bigint FROM api_token",
          [Date.now() + 60_000],
        );
        return post(GOOD);
      },
    ],
    503: [
      () =>
        whileImporting(async (client) => {
          const answer = post(GOOD);
          await endWaiting(client);
          return answer;
        }),
    ],
  },
  "GET /api/v1/ranking": {
    200: [
      () => ranking(`unit=P&level=commune&${PERIOD}`),
      () => ranking(`unit=P&level=department&${PERIOD}&target=>95`),
    ],
    400: [() => ranking(`unit=P&level=commune`), () => ranking(`unit=P&level=village&${PERIOD}`)],
    401: [
      async () => {
        signedIn.viewer = null;
        return ranking(`unit=P&level=commune&${PERIOD}`);
      },
    ],
    404: [() => ranking(`unit=KHONG&level=commune&${PERIOD}`)],
  },
  "GET /api/v1/openapi.json": { 200: [async () => describeApi()] },
};

const GOOD_ANSWERS = {
  "POST /api/v1/dossiers": receivedSchema,
  "GET /api/v1/ranking": rankingSchema,
  "GET /api/v1/openapi.json": null,
} as const;

describe.each(Object.entries(OPERATIONS))("%s", (operation, statuses) => {
  const cases = Object.entries(CASES).find(([name]) => name === operation)?.[1] ?? {};

  test("each documented status has its case, and no other", () => {
    expect(Object.keys(cases).map(Number)).toEqual([...statuses]);
  });

  test.each(
    Object.entries(cases).flatMap(([status, ways]) =>
      ways.map((way, index) => ({ status: Number(status), way, index })),
    ),
  )("$status ($index)", async ({ status, way }) => {
    signedIn.viewer = province.viewer("P", "province_office");
    const response = await way();
    const body: unknown = await response.json();
    expect(response.status, JSON.stringify(body)).toBe(status);
    expect(response.headers.get("content-type")).toContain("application/json");
    if (status === 200) {
      Object.entries(GOOD_ANSWERS)
        .find(([name]) => name === operation)?.[1]
        ?.parse(body);
    } else {
      const { message } = errorSchema.parse(body);
      expect(message).toMatch(/^\S.*\.$/);
      expect(message).not.toMatch(/undefined|NaN/);
    }
    if (status === 429) expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
  });
});

describe("the description", () => {
  test("names every route and method under /api/v1, with the statuses of its operations", async () => {
    const routes = readdirSync("src/app/api/v1", { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith("route.ts"))
      .map((path) => `/api/v1/${path.replace(/\/route\.ts$/, "")}`);
    const document = await describeApi().json();
    expect(document.openapi).toBe("3.1.0");
    expect(Object.keys(document.paths).sort()).toEqual(routes.sort());
    const described = Object.entries<Record<string, { responses: object }>>(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { responses }]) => [
        `${method.toUpperCase()} ${path}`,
        Object.keys(responses).map(Number),
      ]),
    );
    expect(Object.fromEntries(described)).toEqual(OPERATIONS);
    for (const path of routes) {
      const source = readFileSync(`src/app${path}/route.ts`, "utf8");
      const exported = [...source.matchAll(/^export (?:async )?function ([A-Z]+)\(/gm)].map((match) => match[1]);
      expect(Object.keys(document.paths[path]).map((method) => method.toUpperCase())).toEqual(exported);
    }
  });

  test("points at nothing that it does not hold", async () => {
    const document = await describeApi().json();
    const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
      (match) => match[1],
    );
    expect(new Set(references)).toEqual(new Set(Object.keys(document.components.schemas)));
    expect(JSON.stringify(document.components.schemas.Dossiers)).toContain("NgayKetThucTheoQuyDinh");
    expect(JSON.stringify(document.components.schemas.Dossiers)).not.toContain("ChuHoSo");
  });
});
