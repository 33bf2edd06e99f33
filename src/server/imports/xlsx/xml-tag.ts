import "server-only";
import { resolveReferences } from "./resolve-references";

const SPACE = 32;
const QUOTE = 34;
const APOSTROPHE = 39;
const EQUALS = 61;

/** The attributes of one tag, looked for in its bytes: most are never asked for. */
export class XmlTag {
  bytes: Buffer = Buffer.alloc(0);
  /** Where the value that was found last lies. */
  from = 0;
  to = 0;
  private begin = 0;
  private end = 0;

  /** Makes it stand for the attributes between two places. */
  set(bytes: Buffer, begin: number, end: number): void {
    this.bytes = bytes;
    this.begin = begin;
    this.end = end;
  }

  /** True when there is such an attribute: its value then lies from `from` to `to`. */
  find(name: string): boolean {
    const { bytes, end } = this;
    let at = this.begin;
    while (at < end) {
      while (at < end && (bytes[at] ?? 0) <= SPACE) at += 1;
      const begin = at;
      while (at < end && bytes[at] !== EQUALS && (bytes[at] ?? 0) > SPACE) at += 1;
      const isWanted = at - begin === name.length && isAt(bytes, begin, name);
      while (at < end && bytes[at] !== QUOTE && bytes[at] !== APOSTROPHE) at += 1;
      const quote = bytes[at];
      at += 1;
      const from = at;
      while (at < end && bytes[at] !== quote) at += 1;
      if (isWanted && at < end) {
        this.from = from;
        this.to = at;
        return true;
      }
      at += 1;
    }
    return false;
  }

  value(name: string): string | undefined {
    if (!this.find(name)) return undefined;
    // Types of cells have one letter.
    if (this.to - this.from === 1) return String.fromCharCode(this.bytes[this.from] ?? 0);
    return resolveReferences(this.bytes.toString("utf8", this.from, this.to));
  }
}

function isAt(bytes: Buffer, begin: number, name: string): boolean {
  for (let at = 0; at < name.length; at++) if (bytes[begin + at] !== name.charCodeAt(at)) return false;
  return true;
}
