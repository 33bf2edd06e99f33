import "server-only";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { Parser } from "htmlparser2";
import iconv from "iconv-lite";
import { AppError } from "../errors";
import { HtmlTables } from "./html-tables";
import type { RawRow } from "./sheet-reader";

const CHUNK_BYTES = 1 << 18;
const SAMPLE_BYTES = 1 << 14;
const CHARSET = /charset\s*=\s*["']?\s*([\w-]+)/i;

/**
 * Rows of the tables of a web page, one after another, as portals export them under the name .xls. A page that
 * ends inside a table was cut: throws `fileUnreadable`.
 */
export async function* readHtml(filePath: string): AsyncGenerator<readonly RawRow[]> {
  const decoder = iconv.getDecoder(await encodingOf(filePath));
  const tables = new HtmlTables();
  const parser = new Parser(tables, { decodeEntities: true });
  for await (const chunk of createReadStream(filePath, { highWaterMark: CHUNK_BYTES })) {
    parser.write(decoder.write(chunk));
    yield tables.takeRows();
  }
  parser.end(decoder.end() ?? "");
  if (tables.wasCut) throw new AppError("fileUnreadable");
  yield tables.takeRows();
}

async function encodingOf(filePath: string): Promise<string> {
  const file = await open(filePath);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
    const sample = buffer.subarray(0, bytesRead);
    if (sample[0] === 0xff && sample[1] === 0xfe) return "utf16le";
    if (sample[0] === 0xfe && sample[1] === 0xff) return "utf16be";
    const named = CHARSET.exec(sample.toString("latin1"))?.[1] ?? "utf8";
    // A page that could be read this far is in no encoding of two bytes, whatever it says.
    return iconv.encodingExists(named) && !/^utf-?16|^ucs/i.test(named) ? named : "utf8";
  } finally {
    await file.close();
  }
}
