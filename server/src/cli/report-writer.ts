import type { Output, Spool } from './host.ts';
import type { Summary } from './report.ts';
import type { Reporter } from './reporters/reporter.ts';

/** Puts a report together from the parts of its files and writes it, at once where its format allows that. */
export class ReportWriter {
  readonly #reporter: Reporter;
  readonly #output: Output;
  readonly #spool: () => Spool;
  /** Only for formats whose parts have to wait. */
  #waiting: Spool | undefined;
  /** Parts that came at the end, for formats that sort them in. */
  readonly #late: (readonly [path: string, part: string])[] = [];
  #started = false;
  #any = false;

  constructor(reporter: Reporter, output: Output, spool: () => Spool) {
    this.#reporter = reporter;
    this.#output = output;
    this.#spool = spool;
  }

  /** Parts of a file, which come in the order of paths. */
  parts(path: string, parts: readonly string[]): void {
    if (this.#reporter.parts === 'at-once') {
      this.#start(undefined);
      for (const part of parts) this.#part(part);
      return;
    }
    this.#waiting ??= this.#spool();
    for (const part of parts) this.#waiting.add(path, part);
  }

  /** Parts that were found when all files were seen. */
  lateParts(path: string, parts: readonly string[]): void {
    if (this.#reporter.parts === 'at-once') this.parts(path, parts);
    else for (const part of parts) this.#late.push([path, part]);
  }

  async end(summary: Summary): Promise<void> {
    this.#start(summary);
    if (this.#reporter.parts === 'sorted-after-summary') await this.#writeWaiting();
    this.#output.write(this.#reporter.end(summary, this.#any ? 'some' : 'none'));
  }

  close(): void {
    this.#waiting?.close();
  }

  async #writeWaiting(): Promise<void> {
    const late = this.#late.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    let next = 0;
    for (const [path, part] of this.#waiting?.take() ?? []) {
      for (let item = late[next]; item !== undefined && item[0] < path; item = late[++next])
        this.#part(item[1]);
      this.#part(part);
      await this.#output.taken();
    }
    for (const [, part] of late.slice(next)) this.#part(part);
  }

  #start(summary: Summary | undefined): void {
    if (this.#started) return;
    this.#started = true;
    this.#output.write(this.#reporter.start(summary));
  }

  #part(part: string): void {
    const { separator, parts } = this.#reporter;
    // What follows the summary in an indented document begins on a line of its own.
    const first = parts === 'sorted-after-summary' ? '\n' : '';
    this.#output.write(`${this.#any ? separator : first}${part}`);
    this.#any = true;
  }
}
