import "server-only";
import { parseEntry } from "./parse-entry";
import { SharedTexts } from "./shared-texts";
import type { XmlHandler } from "./xml-tokens";

/** The texts that the cells of a workbook share. Throws `fileUnreadable`, and `readingStopped` when they are too many. */
export async function readSharedTexts(filePath: string, path: string): Promise<SharedTexts> {
  const texts = new SharedTexts();
  await parseEntry(filePath, path, new TextsHandler(texts));
  return texts;
}

/** A text is in one piece, or in runs that look different; how it sounds is told beside it. */
class TextsHandler implements XmlHandler {
  private isSound = false;
  private isText = false;

  constructor(private readonly texts: SharedTexts) {}

  open(name: string): void {
    if (name === "t") this.isText = !this.isSound;
    else if (name === "rPh") this.isSound = true;
  }

  close(name: string): void {
    if (name === "t") this.isText = false;
    else if (name === "si") this.texts.endText();
    else if (name === "rPh") this.isSound = false;
  }

  text(bytes: Buffer, from: number, to: number): void {
    if (this.isText) this.texts.append(bytes, from, to);
  }
}
