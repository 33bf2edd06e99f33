import { spawn } from "node:child_process";
import { ROOT } from "./paths";
import { signalGroup } from "./processes";

type ChildOptions = {
  env?: Readonly<Record<string, string>>;
  /** Keep the output for the caller instead of passing it on. */
  quiet?: boolean;
  /** Share the terminal, its input and its Ctrl-C with the child. */
  foreground?: boolean;
};

const running = new Set<number>();

/** Runs a program in the checkout and waits for it. `output` is what it wrote, when quiet. */
export async function runChild(
  command: string,
  args: readonly string[],
  { env, quiet = false, foreground = false }: ChildOptions = {},
): Promise<{ status: number; output: string }> {
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: [foreground ? "inherit" : "ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
    detached: !foreground,
  });
  const { pid } = child;
  if (pid !== undefined) running.add(pid);
  const parts: Buffer[] = [];
  child.stdout?.on("data", (part: Buffer) => parts.push(part));
  child.stderr?.on("data", (part: Buffer) => parts.push(part));
  const status = await new Promise<number>((resolve) => {
    child.once("error", (error) => {
      parts.push(Buffer.from(error.message));
      resolve(1);
    });
    child.once("close", (code) => resolve(code ?? 1));
  });
  if (pid !== undefined) running.delete(pid);
  return { status, output: Buffer.concat(parts).toString("utf8") };
}

/** Ends every program that `runChild` still waits for, with all it started. */
export function endChildren(signal: NodeJS.Signals): void {
  for (const pid of running) signalGroup(pid, signal);
}
