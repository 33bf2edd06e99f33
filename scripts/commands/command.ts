export type Command = {
  readonly usage: string;
  /** Returns the exit code: 0 done, 1 done with findings. Throws `UsageError` for 2. */
  run(argv: readonly string[]): Promise<number>;
};
