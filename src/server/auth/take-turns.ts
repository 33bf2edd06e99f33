import "server-only";

export type Turns = <Result>(work: () => Promise<Result>) => Promise<Result>;

/**
 * Runs at most `atOnce` works at a time; the others wait in the order in which they came. When
 * `mostWaiting` wait already, the next one is refused with `refusal`.
 */
export function takeTurns(atOnce: number, mostWaiting: number, refusal: () => Error): Turns {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= atOnce && waiting.length >= mostWaiting) throw refusal();
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // The place is handed on rather than freed, so that no newcomer slips in between.
      if (next) next();
      else running -= 1;
    }
  };
}
