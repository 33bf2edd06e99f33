import { RUNTIME } from "../../src/lib/strings/runtime";

/** Runs a step and says so: what has begun, and how long it took. */
export async function step<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const begin = performance.now();
  process.stderr.write(`${RUNTIME.stepBegins(name)}\n`);
  const result = await work();
  process.stderr.write(`${RUNTIME.stepDone(name, performance.now() - begin)}\n`);
  return result;
}

export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
