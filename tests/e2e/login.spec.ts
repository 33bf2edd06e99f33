import { expect, type Page, test } from "@playwright/test";
import { DEMO_PASSWORD } from "../../seeds/demo-accounts";
import { runOperator } from "./operator";
import { signIn } from "./sign-in";

const PAGES = ["/", "/ranking?unit=547&level=commune", "/units/1", "/dossiers?unitId=1", "/dossiers/1", "/imports"];
const REFUSED = "Tên đăng nhập hoặc mật khẩu không đúng.";

async function attempt(page: Page, username: string, password: string): Promise<void> {
  await page.locator('input[name="username"]').fill(username);
  await page.locator('input[name="password"]').fill(password);
  await page.locator('form:has(input[name="password"]) button[type="submit"]').click();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test(`[AC-01] every page leads to the login and back (JavaScript: ${javaScriptEnabled})`, async ({ page }) => {
      for (const path of PAGES) {
        await page.goto(path);
        expect(new URL(page.url()).pathname, path).toBe("/login");
      }
      await page.goto("/imports");
      await attempt(page, "vanphong", DEMO_PASSWORD);
      await expect(page).toHaveURL(/\/imports$/);
      const [cookie, ...others] = await page.context().cookies();
      expect(others).toEqual([]);
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax" });
      await page.goto("/login?next=https://evil.example/");
      await expect(page).not.toHaveURL(/login|evil/);

      await page.getByRole("button", { name: "Đăng xuất", exact: true }).click();
      await expect(page.getByRole("status")).toHaveText("Đã đăng xuất.");
      await page.goto("/imports");
      await expect(page).toHaveURL(/\/login/);
    });

    test(`[AC-02] wrong password and unknown account sound alike (JavaScript: ${javaScriptEnabled})`, async ({
      page,
    }) => {
      await page.goto("/login");
      await attempt(page, "tayson", "khong-phai-mat-khau");
      await expect(page.getByRole("alert").first()).toHaveText(REFUSED);
      await expect(page.locator('input[name="username"]')).toHaveValue("tayson");
      await expect(page.locator('input[name="password"]')).toHaveValue("");
      await attempt(page, "khong-co-ai", "khong-phai-mat-khau");
      await expect(page.getByRole("alert").first()).toHaveText(REFUSED);
    });
  });
}

test("[AC-02] API and health say in JSON who may come in", async ({ request }) => {
  const ranking = await request.get("/api/v1/ranking?unit=547&level=commune&from=2020-01-01&to=2020-10-31");
  expect(ranking.status()).toBe(401);
  expect(await ranking.json()).toMatchObject({ error: "notSignedIn" });
  const health = await request.get("/api/health");
  expect(await health.json()).toEqual({ status: "up" });
});

test("the ranking's JSON is the command line's", async ({ page }) => {
  await signIn(page, "tayson");
  const view = { unit: "547", level: "commune", from: "2020-01-01", to: "2020-10-31" };
  const response = await page.request.get(`/api/v1/ranking?${new URLSearchParams(view)}`);
  const options = Object.entries(view).flatMap(([name, value]) => [`--${name}`, value]);
  expect(await response.json()).toEqual(JSON.parse(runOperator(["ranking", ...options, "--json"])));
  for (const query of ["", "unit=547", "unit=547&level=commune&from=2020-13-01&to=2020-10-31"]) {
    expect((await page.request.get(`/api/v1/ranking?${query}`)).status(), query).toBe(400);
  }
});

test("[AC-13] an account that is disabled is out at its next click, everywhere", async ({ browser }) => {
  const username = `tam-${Date.now().toString(36)}`;
  const password = "con-suoi-nho-sau-nha";
  runOperator(
    [
      "user",
      "add",
      username,
      "--role",
      "commune_officer",
      "--unit",
      "21808",
      "--display-name",
      "Công chức tạm",
      "--province",
      "binh-dinh",
    ],
    `${password}\n`,
  );
  const pages = await Promise.all([browser.newPage(), browser.newPage()]);
  for (const page of pages) {
    await page.goto("/login");
    await attempt(page, username, password);
    await page.waitForURL((url) => url.pathname !== "/login");
  }
  runOperator(["user", "disable", username, "--province", "binh-dinh"]);
  for (const page of pages) {
    await page.goto("/ranking");
    await expect(page).toHaveURL(/\/login/);
    await expect(page.getByRole("status")).toHaveText(/Phiên đăng nhập đã kết thúc/);
    expect((await page.request.get("/api/v1/ranking?unit=21808")).status()).toBe(401);
  }
  const [page] = pages;
  if (!page) throw new Error("no page");
  await attempt(page, username, password);
  await expect(page.getByRole("alert").first()).toHaveText(REFUSED);
});
