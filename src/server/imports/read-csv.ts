import "server-only";
import { type FileHandle, open } from "node:fs/promises";
import iconv from "iconv-lite";
import { AppError } from "../errors";
import { CsvParser, EndlessRecord, UnclosedQuote } from "./csv-parser";
import type { RawRow } from "./sheet-reader";
import { textPieces } from "./text-pieces";

/** Small enough that the server is answered, and pages are, between two chunks. */
const CHUNK_BYTES = 1 << 18;
const SAMPLE_BYTES = 1 << 16;
const DELIMITERS = [",", ";", "\t"] as const;

/** Rows of a text file: UTF-8 with or without BOM, UTF-16 with BOM, else windows-1258; comma, semicolon or tab. */
export async function* readCsv(filePath: string): AsyncGenerator<readonly RawRow[]> {
  const sample = await readSample(filePath);
  const encoding = encodingOf(sample);
  const pieces = textPieces(encoding);
  const parser = new CsvParser(delimiterOf(iconv.decode(sample, encoding)));
  try {
    for await (const chunk of readPieces(filePath)) yield parser.push(pieces.write(chunk));
    yield parser.push(pieces.end());
    yield parser.end();
  } catch (error) {
    const isBroken = error instanceof UnclosedQuote || error instanceof EndlessRecord;
    if (isBroken) throw new AppError("fileUnreadable", { row: error.record });
    throw error;
  }
}

/** The bytes of a file in pieces; the room of each is used again for the one after the next. */
async function* readPieces(filePath: string): AsyncGenerator<Buffer> {
  const rooms = [Buffer.alloc(CHUNK_BYTES), Buffer.alloc(CHUNK_BYTES)];
  const file = await open(filePath);
  let reading: Promise<Buffer> | null = null;
  try {
    for (let turn = 0; ; turn = 1 - turn) {
      const piece: Buffer = await (reading ?? readInto(file, rooms[0]));
      if (piece.length === 0) return;
      // The next one is read while this one is looked at.
      reading = readInto(file, rooms[1 - turn]);
      // Its failure is met when it is its turn.
      reading.catch(() => {});
      yield piece;
    }
  } finally {
    await reading?.catch(() => {});
    await file.close();
  }
}

async function readInto(file: FileHandle, room = Buffer.alloc(CHUNK_BYTES)): Promise<Buffer> {
  const { bytesRead } = await file.read(room, 0, room.length, null);
  return room.subarray(0, bytesRead);
}

async function readSample(filePath: string): Promise<Buffer> {
  const file = await open(filePath);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function encodingOf(sample: Buffer): string {
  if (sample[0] === 0xff && sample[1] === 0xfe) return "utf16le";
  if (sample[0] === 0xfe && sample[1] === 0xff) return "utf16be";
  // The sample may end inside a character: its last bytes prove nothing.
  const whole = sample.length < SAMPLE_BYTES ? sample : sample.subarray(0, sample.length - 3);
  const lastCharacter = 4;
  for (let cut = 0; cut < lastCharacter; cut++) {
    if (isUtf8(whole.subarray(0, whole.length - cut))) return "utf8";
    if (sample.length < SAMPLE_BYTES) break;
  }
  return "windows1258";
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The mark that splits the widest line of the sample into the most cells. */
function delimiterOf(sample: string): string {
  const lines = sample.split(/\r\n|\n|\r/).slice(0, 50);
  const widest = (mark: string): number => Math.max(...lines.map((line) => line.split(mark).length));
  return DELIMITERS.reduce((best, mark) => (widest(mark) > widest(best) ? mark : best));
}
