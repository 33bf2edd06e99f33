import "server-only";

/** The same text, cut loose from the piece of the file that it was cut out of: what is kept must not keep a whole file. */
export function ownText(text: string): string {
  return Buffer.from(text, "utf16le").toString("utf16le");
}
