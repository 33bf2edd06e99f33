import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkZip } from "@/server/imports/xlsx/check-zip";
import { zip } from "../../../../support/corpus/workbooks";

const WORKBOOK = { name: "xl/workbook.xml", text: '<?xml version="1.0"?><workbook/>' };
const SHEET = "xl/worksheets/sheet1.xml";

async function check(...entries: Parameters<typeof zip>[0]): Promise<void> {
  const path = join(await mkdtemp(join(tmpdir(), "check-zip-")), "file.xlsx");
  await writeFile(path, zip(entries));
  await checkZip(path);
}

test("a plain archive passes", async () => {
  await expect(check(WORKBOOK, { name: SHEET, text: "<worksheet/>" })).resolves.toBeUndefined();
});

test.each([
  ["UTF-8", Buffer.from('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet/>')],
  ["UTF-16", Buffer.from('\uFEFF<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet/>', "utf16le")],
])("a document type in %s is refused", async (_encoding, text) => {
  await expect(check(WORKBOOK, { name: SHEET, text })).rejects.toMatchObject({ code: "fileUnreadable" });
});

test.each([10, 100_000])("an entry of 50 000 bytes that claims %i is refused", async (claims) => {
  const text = Buffer.from(Array.from({ length: 50_000 }, (_, at) => (at * 7919) % 251));
  await expect(check(WORKBOOK, { name: SHEET, text, claims })).rejects.toMatchObject({ code: "fileUnreadable" });
});
