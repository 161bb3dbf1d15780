import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder of its own for a test, removed when the test ends. */
export class Folder {
  readonly path: string;

  constructor() {
    // Where the folder for temporary files is itself a link, programs see it under its real name.
    this.path = realpathSync(mkdtempSync(join(tmpdir(), 'ocpp-config-cli-')));
    onTestFinished(() => rmSync(this.path, { recursive: true, force: true }));
  }

  /** Writes files, given by their paths in the folder. */
  with(files: Readonly<Record<string, string | Uint8Array>>): this {
    for (const [name, contents] of Object.entries(files)) {
      mkdirSync(dirname(this.at(name)), { recursive: true });
      writeFileSync(this.at(name), contents);
    }
    return this;
  }

  at(name: string): string {
    return join(this.path, name);
  }

  read(name: string): string {
    return readFileSync(this.at(name), 'utf8');
  }

  bytes(name: string): Uint8Array {
    return new Uint8Array(readFileSync(this.at(name)));
  }

  /** All names in it, folders included, sorted. */
  names(): string[] {
    return (readdirSync(this.path, { recursive: true }) as string[])
      .map((name) => name.replaceAll('\\', '/'))
      .sort();
  }
}
