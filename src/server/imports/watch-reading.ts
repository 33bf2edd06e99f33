import "server-only";
import type { RowSource } from "./row-source";

/** Hears when the file is being read, and when it is not: a file that is read too long can so be told from a slow database. */
export type OnReading = (isReading: boolean) => void;

/** Tells while the chunks of a source are read; a table is read whole by now. */
export function watchReading<Source extends RowSource>(source: Source, onReading: OnReading): Source {
  if (source.kind === "aggregates") {
    onReading(false);
    return source;
  }
  return { ...source, chunks: watched<unknown>(source.chunks, onReading) };
}

async function* watched<Chunk>(chunks: AsyncGenerator<Chunk>, onReading: OnReading): AsyncGenerator<Chunk> {
  try {
    for (;;) {
      onReading(true);
      const { value, done } = await chunks.next();
      onReading(false);
      if (done) return;
      yield value;
    }
  } finally {
    await chunks.return(undefined);
  }
}
