import "server-only";

/** Longer than any record there is, and than what may stand around the list. */
const LONGEST = 1 << 20;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const COMMA = 0x2c;
const DATA_LIST = /"data"\s*:\s*$/;

/**
 * Takes JSON apart while it arrives: the objects of the outermost list, or of the outermost object's list
 * "data". Throws a `SyntaxError` for text that is no such JSON.
 */
export class RecordSplitter {
  /** Objects handed out so far. */
  count = 0;
  private depth = 0;
  /** Depth inside the list of records; 0 until it begins. */
  private listDepth = 0;
  private inString = false;
  private isEscaped = false;
  private inRecord = false;
  private hasList = false;
  private isListOpen = false;
  /** The record under way, from earlier pieces. */
  private record = "";
  /** All that is no record: with it, the whole must be JSON too. */
  private frame = "";

  /** Adds text and returns the records that it completes. */
  push(text: string): unknown[] {
    const records: unknown[] = [];
    let from = 0;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (this.inString) {
        this.passString(code);
        continue;
      }
      if (code === QUOTE) this.inString = true;
      else if (code === OPEN_OBJECT || code === OPEN_LIST) {
        if (this.isListOpen && this.depth === this.listDepth && code === OPEN_OBJECT) {
          this.keepFrame(text.slice(from, index));
          from = index;
          this.inRecord = true;
        }
        this.depth += 1;
        if (code === OPEN_LIST && !this.hasList && this.beginsList(text.slice(from, index))) {
          this.hasList = true;
          this.isListOpen = true;
          this.listDepth = this.depth;
        }
      } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
        if (code === CLOSE_LIST && this.isListOpen && this.depth === this.listDepth) this.isListOpen = false;
        this.depth -= 1;
        if (this.inRecord && this.depth === this.listDepth) {
          records.push(this.finishRecord(text.slice(from, index + 1)));
          from = index + 1;
        }
      } else if (code === COMMA && this.isListOpen && !this.inRecord && this.depth === this.listDepth) {
        this.keepFrame(text.slice(from, index));
        from = index + 1;
      }
    }
    if (this.inRecord) this.record = limited(this.record + text.slice(from));
    else this.keepFrame(text.slice(from));
    return records;
  }

  /** Throws a `SyntaxError` when what came is not whole. */
  end(): void {
    if (this.inRecord) throw new SyntaxError("Cut off");
    const frame: unknown = JSON.parse(this.frame);
    const list = typeof frame === "object" && frame !== null && "data" in frame ? frame.data : frame;
    if (!this.hasList || !Array.isArray(list) || list.length > 0) throw new SyntaxError("No list of objects");
  }

  private passString(code: number): void {
    if (this.isEscaped) this.isEscaped = false;
    else if (code === BACKSLASH) this.isEscaped = true;
    else if (code === QUOTE) this.inString = false;
  }

  private beginsList(before: string): boolean {
    return this.depth === 1 || (this.depth === 2 && DATA_LIST.test(this.frame + before));
  }

  private finishRecord(rest: string): unknown {
    const record: unknown = JSON.parse(limited(this.record + rest));
    this.record = "";
    this.inRecord = false;
    this.count += 1;
    return record;
  }

  private keepFrame(text: string): void {
    this.frame = limited(this.frame + text);
  }
}

function limited(text: string): string {
  if (text.length > LONGEST) throw new SyntaxError("Too long");
  return text;
}
