import "server-only";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

/** Sends lines in the text format of `COPY … FROM STDIN`, put together to pieces, to a table. */
export async function copyPieces(
  client: pg.Client,
  table: string,
  columns: readonly string[],
  pieces: Iterable<string>,
): Promise<void> {
  const stream = client.query(copyFrom(`COPY ${table} (${columns.join(", ")}) FROM STDIN`));
  await new Promise<void>((resolve, reject) => {
    stream.once("finish", resolve);
    stream.once("error", reject);
    for (const piece of pieces) stream.write(piece);
    stream.end();
  });
}
