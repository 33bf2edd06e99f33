import "server-only";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

const FLUSH_CHARACTERS = 1 << 18;
/** So much may wait for the server while further rows are read. */
const MOST_WAITING_BYTES = 4 << 20;

/** Lines on their way to PostgreSQL by COPY, some at a time; `write` waits when the server is behind. */
export type RowCopy = {
  write(line: string): Promise<void> | undefined;
  end(): Promise<void>;
  abort(): void;
};

/** Opens `COPY … FROM STDIN` on a connection. */
export function copyRows(client: pg.Client, table: string, columns: readonly string[]): RowCopy {
  const stream = client.query(copyFrom(`COPY ${table} (${columns.join(", ")}) FROM STDIN`));
  let failure: Error | null = null;
  let buffer = "";
  let wake = (): void => {};
  stream.on("error", (error) => {
    failure = error;
    wake();
  });
  stream.on("drain", () => wake());
  const flush = (): Promise<void> | undefined => {
    const chunk = buffer;
    buffer = "";
    if (failure) return Promise.reject(failure);
    stream.write(chunk);
    if (stream.writableLength < MOST_WAITING_BYTES) return undefined;
    return new Promise((resolve, reject) => {
      wake = () => (failure ? reject(failure) : resolve());
    });
  };
  return {
    write(line) {
      buffer += line;
      return buffer.length >= FLUSH_CHARACTERS ? flush() : undefined;
    },
    async end() {
      await flush();
      await new Promise<void>((resolve, reject) => {
        stream.once("finish", resolve);
        stream.once("error", reject);
        stream.end();
      });
    },
    abort() {
      stream.destroy();
    },
  };
}
