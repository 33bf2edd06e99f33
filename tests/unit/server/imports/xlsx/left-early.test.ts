import { readlinkSync, readdirSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { openXlsx } from "@/server/imports/xlsx/open-xlsx";
import { workbookOf } from "../../../../support/workbook-of";

/** How often a file is open in this process, as Linux tells it. */
function openings(path: string): number {
  const links = readdirSync("/proc/self/fd").map((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`);
    } catch {
      return "";
    }
  });
  return links.filter((link) => link === path).length;
}

test.runIf(process.platform === "linux")("a sheet that is left early, or broken, leaves its file closed", async () => {
  const rows = Array.from({ length: 50_000 }, (_, at) => `<row><c><v>${at * 7919}</v></c></row>`).join("");
  for (const [end, at] of [
    ["", 3],
    ["<row><c r='XFE1'/></row>", 99],
  ] as const) {
    const path = join(await mkdtemp(join(tmpdir(), "left-")), "a.xlsx");
    await writeFile(path, workbookOf({ rows: rows + end }));
    const [sheet] = await openXlsx(path);
    let batches = 0;
    const read = async (): Promise<void> => {
      for await (const batch of sheet?.rows() ?? []) {
        expect(batch).toHaveLength(1000);
        expect(openings(path)).toBe(1);
        batches += 1;
        if (batches === at) break;
      }
    };
    if (end === "") await read();
    else await expect(read()).rejects.toMatchObject({ code: "fileUnreadable" });
    expect(batches).toBe(end === "" ? at : 50);
    await vi.waitFor(() => expect(openings(path)).toBe(0));
  }
});
