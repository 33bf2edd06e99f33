import "server-only";
import { createHash } from "node:crypto";
import { AppError } from "../errors";

export type JsonBody = {
  readonly value: unknown;
  readonly bytes: number;
  /** In hexadecimal digits. */
  readonly sha256: string;
};

const MEGABYTE = 1024 * 1024;

/**
 * The JSON that a request carries, never more of it than allowed. Throws `bodyTooLarge`, and `bodyMalformed` for
 * another type of content, another encoding, and text that is no JSON.
 */
export async function readJsonBody(request: Request, maxBytes: number): Promise<JsonBody> {
  const tooLarge = new AppError("bodyTooLarge", { limit: `${Math.floor(maxBytes / MEGABYTE)} MB` });
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge;
  const isJson = /^application\/json\b/i.test(request.headers.get("content-type") ?? "");
  if (!isJson || request.headers.has("content-encoding") || request.body === null) throw new AppError("bodyMalformed");
  const hash = createHash("sha256");
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = request.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.length;
    if (bytes > maxBytes) {
      await reader.cancel();
      throw tooLarge;
    }
    hash.update(part.value);
    chunks.push(part.value);
  }
  return { value: parse(Buffer.concat(chunks)), bytes, sha256: hash.digest("hex") };
}

function parse(content: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(content));
  } catch {
    throw new AppError("bodyMalformed");
  }
}
