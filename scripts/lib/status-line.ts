/** One line at the foot of a terminal that is written over; nothing where no person watches. */
export class StatusLine {
  private shown = "";

  constructor(
    private readonly isQuiet: boolean,
    private readonly stream: NodeJS.WriteStream = process.stderr,
  ) {}

  show(text: string): void {
    if (this.isQuiet || !this.stream.isTTY || text === this.shown) return;
    this.stream.write(`\r${text.padEnd(this.shown.length)}`);
    this.shown = text;
  }

  /** A sentence that matters also to a log: said once. */
  say(text: string): void {
    if (this.isQuiet || text === this.shown) return;
    if (this.stream.isTTY) this.show(text);
    else {
      this.stream.write(`${text}\n`);
      this.shown = text;
    }
  }

  clear(): void {
    if (this.stream.isTTY && this.shown !== "") this.stream.write(`\r${" ".repeat(this.shown.length)}\r`);
    this.shown = "";
  }
}
