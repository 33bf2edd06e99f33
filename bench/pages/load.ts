// A load generator of as many kept-alive connections as asked for, outside the process of the server it loads.
import { Agent, get } from "node:http";

/** One page of one account: what is asked for, and under which name its time is counted. */
export type Visit = { readonly kind: string; readonly path: string; readonly cookie: string };

export type Answer = { readonly status: number; readonly bytes: number; readonly milliseconds: number };

export type Load = {
  /** Seconds from the first request to the last answer. */
  readonly seconds: number;
  readonly answers: readonly (Answer & { readonly kind: string })[];
};

/** Asks for a page as a browser does (compressed) and reads it to its end; the bytes are those of the wire. */
export function ask(agent: Agent, address: string, { path, cookie }: Omit<Visit, "kind">): Promise<Answer> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const headers = { Cookie: cookie, "accept-encoding": "gzip, deflate, br, zstd", Accept: "text/html" };
    const request = get(new URL(path, address), { agent, headers }, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on("error", reject);
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, bytes, milliseconds: performance.now() - start }),
      );
    });
    request.on("error", reject);
  });
}

/** The visits in a fixed mixed order, over and over, each connection taking the next when it is free. Throws on any answer but 200. */
export async function runLoad(
  address: string,
  visits: readonly Visit[],
  { connections, seconds }: { readonly connections: number; readonly seconds: number },
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const answers: (Answer & { kind: string })[] = [];
  const order = mixed(visits);
  const start = performance.now();
  let next = 0;
  const work = async (): Promise<void> => {
    while (performance.now() - start < seconds * 1000) {
      const visit = order[next++ % order.length];
      if (!visit) throw new Error("nothing to visit");
      const answer = await ask(agent, address, visit);
      if (answer.status !== 200) throw new Error(`${visit.path}: ${answer.status}`);
      answers.push({ ...answer, kind: visit.kind });
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  const elapsed = (performance.now() - start) / 1000;
  agent.destroy();
  return { seconds: elapsed, answers };
}

/** A shuffle that is the same in every run. */
function mixed<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item, index) => ({ item, place: Math.imul(index + 1, 2654435761) >>> 0 }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
