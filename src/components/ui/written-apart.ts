type WrittenApart = { getStore(): Map<string, string> | undefined };

declare global {
  /** Set by scripts/lib/written-apart.mjs; there is none under `next dev`, in tests and in the browser. */
  var writtenApart: WrittenApart | undefined;
}

/** Lays a text aside for the document that is being made; null where there is none, and the text must travel itself. */
export function layApart(markup: string): string | null {
  const texts = globalThis.writtenApart?.getStore();
  if (texts === undefined) return null;
  const name = `w${texts.size}`;
  texts.set(name, markup);
  return name;
}

/** What was laid aside under the name: on the server by `layApart`, in the browser as it stands in the first document. */
export function takeApart(name: string): string {
  if (typeof document === "undefined") return globalThis.writtenApart?.getStore()?.get(name) ?? missing(name);
  const known = inDocument.get(name);
  if (known !== undefined) return known;
  const found = document.querySelector(`[data-written="${name}"]`)?.innerHTML ?? "";
  inDocument.set(name, found);
  return found;
}

/** Kept for the way back: after a soft step the rows are no longer in the document. */
const inDocument = new Map<string, string>();

function missing(name: string): never {
  throw new Error(`nothing was laid apart as ${name}`);
}
