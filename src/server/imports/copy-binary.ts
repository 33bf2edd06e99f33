import "server-only";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

/** Signature, flags and the length of no extension. */
const HEAD = Buffer.from("PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0", "latin1");
const TAIL = Buffer.from([0xff, 0xff]);
/** The server begins with the first part while the rest is under way. */
const PART_BYTES = 1 << 20;

/** Sends rows in the binary format of `COPY … FROM STDIN` to a table. */
export async function copyBinary(
  client: pg.Client,
  table: string,
  columns: readonly string[],
  rows: Buffer,
): Promise<void> {
  const stream = client.query(copyFrom(`COPY ${table} (${columns.join(", ")}) FROM STDIN (FORMAT binary)`));
  await new Promise<void>((resolve, reject) => {
    stream.once("finish", resolve);
    stream.once("error", reject);
    stream.write(HEAD);
    for (let begin = 0; begin < rows.length; begin += PART_BYTES)
      stream.write(rows.subarray(begin, begin + PART_BYTES));
    stream.end(TAIL);
  });
}
