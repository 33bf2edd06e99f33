import { readFile } from "node:fs/promises";
import { type APIRequestContext, expect, test } from "@playwright/test";
import { runOperator } from "../operator";
import { signIn } from "../sign-in";

const AS_OF = "2023-02-28T17:00:00+07:00";
const MONTH = "unit=62&level=department&from=2023-02-01&to=2023-02-28";
const KON_TUM = ["--province", "kon-tum"];

/** A word that no run before has used. */
const run = Date.now().toString(36).toUpperCase();

function newToken(name: string, unit: string): string {
  const args = ["token", "add", `${name} ${run}`, "--source", "Phần mềm thử API", "--unit", unit, "--on", "2023-02-28"];
  return JSON.parse(runOperator([...args, ...KON_TUM, "--json"])).secret;
}

async function procedureCode(): Promise<string> {
  const lines = (await readFile("seeds/procedures.csv", "utf8")).split("\n");
  return lines.find((line) => line.includes(",workingDay,"))?.split(",")[0] ?? "";
}

async function record(code: string, unit = "Sở Tư pháp") {
  return {
    MaHoSo: code,
    MaTTHC: await procedureCode(),
    TrangThaiHoSo: "10",
    DonViXuLy: unit,
    ChuHoSo: "Người Không Được Lưu",
    NgayTiepNhan: "20230206081500",
    NgayHenTra: "20230210170000",
    NgayKetThucXuLy: "20230216100000",
    DanhSachHoSoBoSung: [],
  };
}

async function send(request: APIRequestContext, secret: string, service: string, data: readonly unknown[]) {
  const response = await request.post("/api/v1/dossiers", {
    headers: { Authorization: `Bearer ${secret}` },
    data: { service, asOf: AS_OF, data },
  });
  return { status: response.status(), body: await response.json() };
}

test("[AC-50] a one-stop system sends a dossier and its steps; it counts, and its page shows where the time lay", async ({
  page,
  request,
}) => {
  test.slow();
  const secret = newToken("một cửa", "62");
  await signIn(page, "kontum");
  const late = async () => (await (await page.request.get(`/api/v1/ranking?${MONTH}`)).json()).total.late;
  const before = await late();
  const code = `API-${run}-1`;
  const dossier = await record(code);
  const first = await send(request, secret, "DongBoHoSoMC", [dossier]);
  expect(first).toMatchObject({ status: 200, body: { inserted: 1, results: [{ code, result: "inserted" }] } });
  expect(await late()).toBe(before + 1);
  const again = await send(request, secret, "DongBoHoSoMC", [dossier]);
  expect(again.body).toMatchObject({ inserted: 0, unchanged: 1 });
  expect(await late()).toBe(before + 1);

  const step = (NguoiXuLy: string, ThoiDiemXuLy: string, told = {}) => ({
    MaHoSo: code,
    NguoiXuLy,
    ThoiDiemXuLy,
    ...told,
  });
  const progress = await send(request, secret, "CapNhatTienDoHoSoMC", [
    step("Y Tiếp Nhận", "20230206081500", {
      PhongBanXuLy: "Bộ phận Một cửa",
      NgayKetThucTheoQuyDinh: "20230207170000",
    }),
    step("A Thẩm Định", "20230207090000", { PhongBanXuLy: "Phòng Hộ tịch", NgayKetThucTheoQuyDinh: "20230209170000" }),
  ]);
  expect(progress.body).toMatchObject({ inserted: 2, rejected: 0 });
  const { id } = JSON.parse(runOperator(["dossier", code, ...KON_TUM, "--json"]));
  await page.goto(`/dossiers/${id}`);
  await expect(page.getByRole("heading", { name: "Thời gian nằm ở đâu" })).toBeVisible();
  await expect(page.getByText("Vượt nhiều nhất: Phòng Hộ tịch (A Thẩm Định), 5 ngày làm việc.")).toBeVisible();
  expect(await page.content()).not.toContain("Người Không Được Lưu");
  await page.goto("/imports");
  await expect(page.getByRole("row", { name: new RegExp(`API: một cửa ${run}`) }).first()).toContainText("Đã ghi");
});

test("[AC-51] a token reaches its own unit's dossiers only, and nothing once it is revoked", async ({ request }) => {
  test.slow();
  const secret = newToken("sở tư pháp", "62.STP");
  const { status, body } = await send(request, secret, "DongBoHoSoMC", [
    await record(`API-${run}-2`),
    await record(`API-${run}-3`, "Sở Tài chính"),
  ]);
  expect(status).toBe(200);
  expect(body.results).toMatchObject([
    { result: "inserted", problems: [] },
    {
      result: "rejected",
      problems: [{ code: "unitOutOfScope", message: "Đơn vị xử lý nằm ngoài phạm vi của mã truy cập." }],
    },
  ]);
  const list = runOperator(["token", "list", ...KON_TUM]);
  expect(list).toContain(`sở tư pháp ${run}`);
  expect(list).not.toContain(secret);
  runOperator(["token", "revoke", `sở tư pháp ${run}`, ...KON_TUM]);
  const refused = await send(request, secret, "DongBoHoSoMC", [await record(`API-${run}-4`)]);
  expect(refused).toMatchObject({ status: 401, body: { error: "tokenInvalid" } });
});

test("[AC-52] the API describes itself to anyone", async ({ request }) => {
  const response = await request.get("/api/v1/openapi.json");
  expect(response.status()).toBe(200);
  const { openapi, paths } = await response.json();
  expect(openapi).toBe("3.1.0");
  expect(Object.keys(paths)).toContain("/api/v1/dossiers");
});

test("[AC-53] a file of the national portal is offered like a list", async ({ page }) => {
  test.slow();
  await signIn(page, "kontum");
  const data = [await record(`API-${run}-5`), await record(`API-${run}-6`, "Sở Không Có Thật")];
  await page.goto("/imports/new");
  await page.locator('input[name="sourceName"]').fill("Phần mềm thử API");
  await page.locator('input[name="asOf"]').fill("2023-02-28T17:00");
  const buffer = Buffer.from(JSON.stringify({ service: "DongBoHoSoMC", data }));
  await page
    .locator('input[name="file"]')
    .setInputFiles({ name: "dong-bo.json", mimeType: "application/json", buffer });
  await page.locator('form:has(input[name="file"]) button[type="submit"]').click();
  await page.waitForURL(/\/imports\/\d+/);
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText("Sẽ ghi 1 hồ sơ: 1 mới, 0 thay đổi", { timeout: 30_000 });
  await expect(page.getByRole("row").filter({ hasText: `API-${run}-6` })).toContainText("Sở Không Có Thật");
  await page.getByRole("button", { name: "Hủy, không ghi gì" }).click();
});
