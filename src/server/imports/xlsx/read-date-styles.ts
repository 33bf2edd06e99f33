import "server-only";
import { AppError } from "../../errors";
import { isDateFormat } from "./is-date-format";
import { parseEntry } from "./parse-entry";
import type { XmlTag } from "./xml-tag";
import type { XmlHandler } from "./xml-tokens";

/** Excel itself keeps 65 490 styles. */
const MOST_STYLES = 100_000;
/** Excel ends one at 255 letters. */
const LONGEST_CODE = 1000;

/** For each style of a cell, by its number, whether it shows a number as a day or a time. Throws `fileUnreadable`. */
export async function readDateStyles(filePath: string, path: string): Promise<readonly boolean[]> {
  const styles = new StylesHandler();
  await parseEntry(filePath, path, styles);
  return styles.areDates();
}

class StylesHandler implements XmlHandler {
  /** The workbook's own formats: whether they show a day or a time. */
  private readonly own = new Map<number, boolean>();
  private readonly formats: number[] = [];
  /** Other parts have formats of their own, that no cell refers to. */
  private part: "numFmts" | "cellXfs" | null = null;

  areDates(): boolean[] {
    return this.formats.map((id) => this.own.get(id) ?? isDateFormat(id, ""));
  }

  open(name: string, tag: XmlTag): void {
    if (name === "numFmts" || name === "cellXfs") this.part = name;
    else if (name === "xf" && this.part === "cellXfs") this.formats.push(idOf(tag));
    else if (name === "numFmt" && this.part === "numFmts") {
      const id = idOf(tag);
      this.own.set(id, isDateFormat(id, tag.value("formatCode")?.slice(0, LONGEST_CODE) ?? ""));
    }
    if (this.formats.length > MOST_STYLES || this.own.size > MOST_STYLES) throw new AppError("fileUnreadable");
  }

  close(name: string): void {
    if (name === this.part) this.part = null;
  }

  text(): void {}
}

function idOf(tag: XmlTag): number {
  return Number(tag.value("numFmtId") ?? 0);
}
