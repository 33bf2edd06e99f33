import "server-only";
import { isUtf8, transcode } from "node:buffer";
import iconv from "iconv-lite";

/** Turns the bytes of a text, that come in pieces, into UTF-16 of whole characters, without a byte order mark. */
export type TextPieces = {
  write(bytes: Buffer): Buffer;
  end(): Buffer;
};

const BYTE_ORDER_MARK = Buffer.from("\uFEFF");
const LONGEST_CHARACTER = 4;

/** @param encoding as iconv names it. */
export function textPieces(encoding: string): TextPieces {
  if (encoding === "utf8") return new Utf8Pieces();
  const decoder = iconv.getDecoder(encoding);
  return {
    write: (bytes) => Buffer.from(decoder.write(bytes), "utf16le"),
    end: () => Buffer.from(decoder.end() ?? "", "utf16le"),
  };
}

/** What nearly all files are, and what is so decoded in half the time. */
class Utf8Pieces implements TextPieces {
  private rest = Buffer.alloc(0);
  private hasBegun = false;

  write(bytes: Buffer): Buffer {
    const all = this.rest.length === 0 ? bytes : Buffer.concat([this.rest, bytes]);
    if (!this.hasBegun && all.length < BYTE_ORDER_MARK.length) {
      this.rest = Buffer.from(all);
      return Buffer.alloc(0);
    }
    const begin = this.hasBegun || !all.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK) ? 0 : 3;
    this.hasBegun = true;
    const end = all.length - cutOff(all);
    this.rest = Buffer.from(all.subarray(end));
    return toUtf16(all.subarray(begin, end));
  }

  end(): Buffer {
    return toUtf16(this.rest);
  }
}

/** Bytes of a last character that is not whole yet. */
function cutOff(bytes: Buffer): number {
  for (let back = 1; back < LONGEST_CHARACTER && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    const isContinued = (byte & 0xc0) === 0x80;
    if (isContinued) continue;
    return lengthBy(byte) > back ? back : 0;
  }
  return 0;
}

/** Of the character that begins with this byte. */
function lengthBy(first: number): number {
  if (first >= 0xf0) return 4;
  if (first >= 0xe0) return 3;
  return first >= 0xc0 ? 2 : 1;
}

/** What is no UTF-8 becomes U+FFFD. */
function toUtf16(bytes: Buffer): Buffer {
  return isUtf8(bytes) ? transcode(bytes, "utf8", "utf16le") : Buffer.from(bytes.toString("utf8"), "utf16le");
}
