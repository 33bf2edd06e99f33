import "server-only";
import { AppError } from "../../errors";
import { resolveReferences } from "./resolve-references";
import { XmlTag } from "./xml-tag";

/** Names come without their prefix; bytes and tags are good until the call returns. */
export type XmlHandler = {
  open(name: string, tag: XmlTag): void;
  close(name: string): void;
  /** Some of the text between two tags, its references resolved. */
  text(bytes: Buffer, from: number, to: number): void;
};

/** A text of Excel has 32 767 letters at most; what does not end within this is no workbook. */
export const LONGEST_TEXT = 1 << 20;

const BANG = 33;
const QUOTE = 34;
const AMPERSAND = 38;
const APOSTROPHE = 39;
const SLASH = 47;
const COLON = 58;
const LESS = 60;
const GREATER = 62;
const QUESTION = 63;
const SPACE = 32;
const COMMENT = "<!--";
const CHARACTERS = "<![CDATA[";

/**
 * Tells the parts of an XML text in UTF-8 as its bytes arrive. Made for sheets of tens of mebibytes: it looks at bytes,
 * and makes no text of what nobody asks for. Throws `fileUnreadable` for a text that is cut.
 */
export class XmlTokens {
  private bytes: Buffer = Buffer.alloc(0);
  private at = 0;
  private depth = 0;
  private readonly tag = new XmlTag();

  constructor(private readonly handler: XmlHandler) {}

  push(piece: Buffer): void {
    const rest = this.bytes.subarray(this.at);
    if (rest.length > LONGEST_TEXT) throw unreadable();
    this.bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    this.at = 0;
  }

  /** Tells what has arrived, until there is enough: true when there may be more to tell. */
  advance(isEnough: () => boolean): boolean {
    while (this.at < this.bytes.length) {
      const next = this.tell(this.bytes, this.at);
      if (next === -1) return false;
      this.at = next;
      if (isEnough()) return true;
    }
    return false;
  }

  /** The text has ended, and must have come to its end. */
  end(): void {
    if (this.depth !== 0 || this.bytes.toString("utf8", this.at).trim() !== "") throw unreadable();
  }

  /** The end of the token that begins at `at`; -1 when it has not arrived yet. */
  private tell(bytes: Buffer, at: number): number {
    if (bytes[at] !== LESS) return this.tellText(bytes, at);
    const next = bytes[at + 1];
    if (next === SLASH) return this.tellClose(bytes, at + 2);
    if (next === QUESTION) return after(bytes, "?>", at);
    if (next === BANG) return this.tellOther(bytes, at);
    return this.tellOpen(bytes, at + 1);
  }

  private tellText(bytes: Buffer, at: number): number {
    let end = at;
    let hasReference = false;
    for (; end < bytes.length && bytes[end] !== LESS; end++) if (bytes[end] === AMPERSAND) hasReference = true;
    if (end === bytes.length) return -1;
    if (!hasReference) this.handler.text(bytes, at, end);
    else {
      const resolved = Buffer.from(resolveReferences(bytes.toString("utf8", at, end)));
      this.handler.text(resolved, 0, resolved.length);
    }
    return end;
  }

  private tellClose(bytes: Buffer, at: number): number {
    const end = endOfTag(bytes, at);
    if (end === -1) return -1;
    this.depth -= 1;
    if (this.depth < 0) throw unreadable();
    this.handler.close(localName(bytes, at, endOfName(bytes, at, end)));
    return end + 1;
  }

  private tellOpen(bytes: Buffer, at: number): number {
    const end = endOfTag(bytes, at);
    if (end === -1) return -1;
    const isEmpty = bytes[end - 1] === SLASH;
    const nameEnd = endOfName(bytes, at, end);
    const name = localName(bytes, at, nameEnd);
    this.tag.set(bytes, nameEnd, isEmpty ? end - 1 : end);
    this.handler.open(name, this.tag);
    if (isEmpty) this.handler.close(name);
    else this.depth += 1;
    return end + 1;
  }

  /** Comments and declarations say nothing; characters between brackets are text as they stand. */
  private tellOther(bytes: Buffer, at: number): number {
    const begin = bytes.toString("latin1", at, at + CHARACTERS.length);
    if (begin.length < CHARACTERS.length) return -1;
    if (begin.startsWith(COMMENT)) return after(bytes, "-->", at + COMMENT.length);
    if (begin !== CHARACTERS) return after(bytes, ">", at);
    const end = after(bytes, "]]>", at + CHARACTERS.length);
    if (end !== -1) this.handler.text(bytes, at + CHARACTERS.length, end - "]]>".length);
    return end;
  }
}

function after(bytes: Buffer, mark: string, from: number): number {
  const found = bytes.indexOf(mark, from, "latin1");
  return found === -1 ? -1 : found + mark.length;
}

/** Where the ">" of a tag stands: one within quotes is none. */
function endOfTag(bytes: Buffer, from: number): number {
  let quote = 0;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === GREATER) return at;
    else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
  }
  return -1;
}

function endOfName(bytes: Buffer, from: number, end: number): number {
  let at = from;
  while (at < end && (bytes[at] ?? 0) > SPACE && bytes[at] !== SLASH) at += 1;
  return at;
}

function localName(bytes: Buffer, from: number, end: number): string {
  let begin = from;
  for (let at = from; at < end; at++) if (bytes[at] === COLON) begin = at + 1;
  // Most are of one letter, which Node need not make anew.
  return end - begin === 1 ? String.fromCharCode(bytes[begin] ?? 0) : bytes.toString("latin1", begin, end);
}

function unreadable(): AppError {
  return new AppError("fileUnreadable");
}
