import "server-only";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

const FLUSH_CHARACTERS = 1 << 18;

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
  stream.on("error", (error) => {
    failure = error;
  });
  const flush = (): Promise<void> | undefined => {
    const chunk = buffer;
    buffer = "";
    if (failure) return Promise.reject(failure);
    if (stream.write(chunk)) return undefined;
    return new Promise((resolve, reject) => {
      stream.once("drain", resolve);
      stream.once("error", reject);
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
