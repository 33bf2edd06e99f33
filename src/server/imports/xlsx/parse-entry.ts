import "server-only";
import { readEntry } from "./read-entry";
import { type XmlHandler, XmlTokens } from "./xml-tokens";

/** Tells a handler of all of an entry. Throws `fileUnreadable`, and what the handler throws. */
export async function parseEntry(filePath: string, path: string, handler: XmlHandler): Promise<void> {
  const tokens = new XmlTokens(handler);
  for await (const piece of readEntry(filePath, path)) {
    tokens.push(piece);
    tokens.advance(() => false);
  }
  tokens.end();
}
