import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

let checkout = "";
beforeAll(() => {
  checkout = mkdtempSync(join(tmpdir(), "import-rules-"));
  copyFileSync(join(ROOT, "biome.json"), join(checkout, "biome.json"));
});
afterAll(() => rmSync(checkout, { recursive: true }));

/** What the import rule says of a file at `path` that imports `source`, as CI would print it. */
function lint(path: string, source: string): string {
  const file = join(checkout, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `import * as thing from "${source}";\nexport const use = thing;\n`);
  const result = spawnSync(
    join(ROOT, "node_modules/.bin/biome"),
    ["lint", "--only=style/noRestrictedImports", "--vcs-enabled=false", "--colors=off", path],
    { cwd: checkout, encoding: "utf8" },
  );
  const output = `${result.stdout}${result.stderr}`.replaceAll(/\s+/g, " ");
  expect(output).toContain("Checked 1 file");
  return output;
}

describe("who may import whom", () => {
  it.each([
    ["src/lib/sla/due-day.ts", "@/lib/text", "stands alone"],
    ["src/lib/sla/due-day.ts", "../text", "stands alone"],
    ["src/lib/sla/due-day.ts", "react", "stands alone"],
    ["src/lib/sla/due-day.ts", "node:fs", "stands alone"],
    ["src/lib/period.ts", "@/server/clock", "src/lib is pure"],
    ["src/lib/period.ts", "../server/clock", "src/lib is pure"],
    ["src/lib/format.ts", "@/components/ui/table", "below the screens"],
    ["src/lib/format.ts", "react", "no framework"],
    ["src/lib/format.ts", "@/generated/prisma/client", "src/server/queries"],
    ["src/lib/format.ts", "node:crypto", "src/server"],
    ["src/lib/format.ts", "@/lib/sla/tally", "one door"],
    ["src/components/units/unit-page.tsx", "@/server/queries/get-unit", "plain props"],
    ["src/components/units/unit-page.tsx", "@/app/login/actions", "as a prop"],
    ["src/components/units/unit-page.tsx", "@/generated/prisma/client", "src/server/queries"],
    ["src/components/charts/trend-chart.tsx", "@/lib/sla", "Charts draw numbers"],
    ["src/app/ranking/page.tsx", "@/server/db", "Pages decide nothing"],
    ["src/app/ranking/page.tsx", "@/generated/prisma/client", "Pages decide nothing"],
    ["src/app/ranking/page.tsx", "pg", "Pages decide nothing"],
    ["src/server/queries/get-unit.ts", "@/server/mutations/add-user", "only reads"],
    ["src/server/queries/get-unit.ts", "../imports/import-file", "only reads"],
    ["src/server/queries/get-unit.ts", "@/components/ui/table", "knows no screen"],
    ["src/server/reports/ranking-json.ts", "@/server/db", "no SQL of its own"],
    ["src/server/reports/ranking-json.ts", "../db", "no SQL of its own"],
    ["src/server/auth/find-viewer.ts", "@/app/login/page", "knows no screen"],
    ["src/server/sla/load-calendar.ts", "@/lib/sla/working-calendar", "one door"],
  ])("%s may not import %s", (path, source, room) => {
    expect(lint(path, source)).toContain(room);
  });

  it.each([
    ["src/lib/sla/due-day.ts", "./calendar-day"],
    ["src/lib/sla/due-day.ts", "zod"],
    ["src/lib/sla/due-day.ts", "date-fns"],
    ["src/lib/format.ts", "@/lib/sla"],
    ["src/components/charts/trend-chart.tsx", "@/lib/format"],
    ["src/components/units/unit-page.tsx", "@/lib/sla"],
    ["src/app/ranking/page.tsx", "@/server/queries/get-ranking"],
    ["src/server/queries/get-unit.ts", "../db"],
    ["src/server/reports/ranking-json.ts", "@/server/queries/get-ranking"],
    ["tests/integration/scope.test.ts", "@/server/db"],
    ["seeds/load-demo.ts", "@/server/imports/import-file"],
  ])("%s may import %s", (path, source) => {
    expect(lint(path, source)).not.toContain("noRestrictedImports");
  });
});
