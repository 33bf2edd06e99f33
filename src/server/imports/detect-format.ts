import "server-only";
import { open } from "node:fs/promises";
import { extname } from "node:path";
import { AppError } from "../errors";

/** Formats of dossier lists; `json` is what the national portal's partners send each other. */
export type ListFormat = "xlsx" | "xls" | "html" | "csv";
export type FileFormat = ListFormat | "json";

type Found = "xlsx" | "csv" | "xls" | "pdf" | "html" | "binary";

const TEXT = { csv: "csv" } as const;
/** One-stop software calls whatever it exports .xls: Excel opens all of these. */
const READ_AS: Readonly<Record<string, Partial<Record<Found, FileFormat>>>> = {
  ".xlsx": { xlsx: "xlsx" },
  ".xls": { xls: "xls", xlsx: "xlsx", html: "html", csv: "csv" },
  ".html": { html: "html" },
  ".htm": { html: "html" },
  ".csv": TEXT,
  ".tsv": TEXT,
  ".txt": TEXT,
  ".json": { csv: "json" },
};

const HEAD_BYTES = 4096;
const ZIP = "504b0304";
const OLD_EXCEL = "d0cf11e0";
const PDF = "25504446";

/**
 * What the file is, by its first bytes; its name only confirms it. Throws `fileEmpty`, and
 * `fileTypeMismatch` with what the file really is when that cannot be read or contradicts the name.
 */
export async function detectFormat(filePath: string, fileName: string): Promise<FileFormat> {
  const head = await readHead(filePath);
  if (head.length === 0) throw new AppError("fileEmpty", { fileName });
  const extension = extname(fileName).toLowerCase();
  const found = nameOf(head);
  const readAs = READ_AS[extension]?.[found];
  if (readAs) return readAs;
  throw new AppError("fileTypeMismatch", { fileName, found });
}

async function readHead(filePath: string): Promise<Buffer> {
  const file = await open(filePath);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function nameOf(head: Buffer): Found {
  const magic = head.subarray(0, 4).toString("hex");
  if (magic === ZIP) return "xlsx";
  if (magic === OLD_EXCEL) return "xls";
  if (magic === PDF) return "pdf";
  const isUtf16 = magic.startsWith("fffe") || magic.startsWith("feff");
  if (!isUtf16 && head.includes(0)) return "binary";
  const start = head
    .toString("latin1")
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, "")
    .replaceAll("\0", "")
    .trimStart()
    .toLowerCase();
  return start.startsWith("<") ? "html" : "csv";
}
