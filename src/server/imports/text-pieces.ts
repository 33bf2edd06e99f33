import "server-only";
import iconv from "iconv-lite";

/** Turns the bytes of a text, that come in pieces, into UTF-8 without a byte order mark; a piece may end inside a character. */
export type TextPieces = {
  write(bytes: Buffer): Buffer;
  end(): Buffer;
};

const BYTE_ORDER_MARK = Buffer.from("\uFEFF");
const NOTHING = Buffer.alloc(0);

/** @param encoding as iconv names it. UTF-8 is taken as it is: what is none becomes U+FFFD where it is read. */
export function textPieces(encoding: string): TextPieces {
  return encoding === "utf8" ? new Utf8Pieces() : new OtherPieces(encoding);
}

class Utf8Pieces implements TextPieces {
  private first: Buffer | null = NOTHING;

  write(bytes: Buffer): Buffer {
    if (this.first === null) return bytes;
    this.first = Buffer.concat([this.first, bytes]);
    return this.first.length < BYTE_ORDER_MARK.length ? NOTHING : this.end();
  }

  /** What was held back until it could be told from a byte order mark. */
  end(): Buffer {
    const first = this.first ?? NOTHING;
    this.first = null;
    return first.indexOf(BYTE_ORDER_MARK) === 0 ? first.subarray(BYTE_ORDER_MARK.length) : first;
  }
}

class OtherPieces implements TextPieces {
  private readonly decoder: iconv.DecoderStream;
  private half = "";

  constructor(encoding: string) {
    this.decoder = iconv.getDecoder(encoding);
  }

  write(bytes: Buffer): Buffer {
    const text = this.half + this.decoder.write(bytes);
    // The first half of a character of two: UTF-8 has no way to write it alone.
    const end = /[\uD800-\uDBFF]$/.test(text) ? text.length - 1 : text.length;
    this.half = text.slice(end);
    return Buffer.from(text.slice(0, end));
  }

  end(): Buffer {
    return Buffer.from(this.half + (this.decoder.end() ?? ""));
  }
}
