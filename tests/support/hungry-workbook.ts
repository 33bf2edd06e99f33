import { workbookOf } from "./workbook-of";

const TEXTS = 13_000_000;
const TEXTS_AT_ONCE = 100_000;

/** A workbook that passes every check of the zip, and holds more shared texts than a reader has room for. */
export function hungryWorkbook(): Uint8Array {
  const parts: Buffer[] = [];
  for (let first = 0; first < TEXTS; first += TEXTS_AT_ONCE) {
    let text = "";
    for (let at = first; at < first + TEXTS_AT_ONCE; at += 1) text += `<si><t>${at.toString(36)}</t></si>`;
    parts.push(Buffer.from(text));
  }
  return workbookOf({
    texts: Buffer.concat(parts),
    rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
  });
}
