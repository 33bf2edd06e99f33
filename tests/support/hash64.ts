import { FieldsHash, type Hash64 } from "@/server/imports/content-hash";

/** The hash of a text as one field. */
export function hash64(text: string): Hash64 {
  const hash = new FieldsHash();
  hash.begin(text);
  return hash.end();
}
