import "server-only";
import { createReadStream } from "node:fs";
import { AppError } from "../../errors";
import { RecordSplitter } from "./record-splitter";

const CHUNK_BYTES = 1 << 18;

/** The records of a file of the national portal, some at a time. Throws `fileUnreadable` with the record. */
export async function* readRecords(filePath: string): AsyncGenerator<readonly unknown[]> {
  const splitter = new RecordSplitter();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const bytes of createReadStream(filePath, { highWaterMark: CHUNK_BYTES })) {
      yield splitter.push(decoder.decode(bytes, { stream: true }));
    }
    splitter.push(decoder.decode());
    splitter.end();
  } catch (error) {
    // Bytes that are no UTF-8, or text that is no JSON.
    if (error instanceof TypeError || error instanceof SyntaxError) {
      throw new AppError("fileUnreadable", { row: splitter.count + 1 });
    }
    throw error;
  }
}
