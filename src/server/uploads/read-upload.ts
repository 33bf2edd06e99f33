import "server-only";
import { PassThrough, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Busboy, type BusboyFileStream } from "@fastify/busboy";
import { AppError } from "../errors";

export type Upload = {
  /** The form's other fields, those that come before the file. */
  readonly fields: Readonly<Record<string, string>>;
  /** As the browser names it, without folders. */
  readonly fileName: string;
  /** Must be read to its end; fails with `fileTooLarge` at the limit, and when the browser goes away. */
  readonly content: Readable;
};

const MEGABYTE = 1024 * 1024;

/**
 * Hands the one file of a posted form to `take` while it arrives: nothing is held in memory.
 * Throws `invalidInput` when the form holds no file, `fileTooLarge`, and what `take` throws.
 */
export async function readUpload<Result>(
  request: Request,
  maxBytes: number,
  take: (upload: Upload) => Promise<Result>,
): Promise<Result> {
  const contentType = request.headers.get("content-type") ?? "";
  if (!contentType.startsWith("multipart/form-data;") || request.body === null) throw fileMissing();
  const form = new Busboy({
    headers: { "content-type": contentType },
    limits: { files: 1, fileSize: maxBytes, fields: 20, fieldSize: 2000, fieldNameSize: 100 },
  });
  const fields: Record<string, string> = {};
  let taken: Promise<Result> | undefined;
  const content = new PassThrough();
  // The failure reaches whoever reads; without a reader it must not end the process.
  content.on("error", () => {});
  form.on("field", (name, value) => {
    fields[name] = value;
  });
  // The browser went away, or what it sent is no form.
  const breakOff = () => content.destroy(new AppError("fileUnreadable"));
  form.on("file", (_name, stream, fileName) => {
    stream.on("error", breakOff);
    if (!fileName) {
      stream.resume();
      return;
    }
    const tooLarge = new AppError("fileTooLarge", { limit: `${Math.floor(maxBytes / MEGABYTE)} MB` });
    stream.once("limit", () => content.destroy(tooLarge));
    stream.pipe(content);
    taken = take({ fields: { ...fields }, fileName: fileName.normalize("NFC"), content }).finally(() =>
      discardRest(stream, content),
    );
    taken.catch(() => {});
  });
  await pipeline(chunksOf(request.body), form).catch(breakOff);
  if (!taken) throw fileMissing();
  return taken;
}

function fileMissing(): AppError {
  return new AppError("invalidInput", { field: "file", reason: "missing" });
}

/** The form is read to its end whatever became of the file: a browser shows no answer before that. */
function discardRest(stream: BusboyFileStream, content: PassThrough): void {
  stream.unpipe(content);
  stream.resume();
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}
