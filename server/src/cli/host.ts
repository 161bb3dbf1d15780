import type { Engine, ThreadSetup } from './engine.ts';

/** What the command line needs of the computer that it runs on. Node's side of it is in `node/`. */
export interface Host {
  readonly output: Output;
  /** For what went wrong, so that a report in `output` stays whole. */
  readonly errors: Output;
  readonly files: Files;
  /** All bytes of standard input. */
  readInput(): Promise<ReadResult>;
  /** The bytes of standard input or of a file as they come, read no faster than they are taken. Throws what a system throws. */
  stream(from: FoundFile | 'input'): AsyncIterable<Uint8Array>;
  /** Lets the system deliver what it has for us: an interruption, the news that nobody reads our output. */
  pause(): Promise<void>;
  /** From now on until it is released, being asked to end is for the caller to obey. */
  interruption(): Interruption;
  /**
   * Watches what names stand for: files, folders and patterns, as `Files.find` has them. Resolves when it does.
   * @param onTrouble is told why something is not watched
   */
  watch(names: readonly string[], onTrouble: (message: string) => void): Promise<Changes>;
  /** A place for texts that must wait; on the disk when they are many. */
  spool(): Spool;
  /** What a system's error means, in words that say what to look at. */
  errorWords(error: unknown): string;
  /** Other threads that work at the same time. */
  readonly threads: Threads;
}

/** Whether somebody has asked the program to end, as Ctrl-C does. Who asks twice is obeyed at once. */
export interface Interruption {
  /** The exit code by which the system's programs say what ended them: 130 for Ctrl-C. Undefined: nobody has asked. */
  readonly exitCode: InterruptedCode | undefined;
  /** Is kept when somebody asks. */
  readonly asked: Promise<void>;
  release(): void;
}

/** Changes to files. */
export interface Changes {
  /** Waits for a change since the last call, until nothing more has changed for a moment. */
  next(): Promise<void>;
  close(): Promise<void>;
}

/** 128 and the number of SIGINT, SIGTERM or SIGHUP. */
export type InterruptedCode = 130 | 143 | 129;

/** Keeps texts with their paths, in the order in which they came. */
export interface Spool {
  add(path: string, text: string): void;
  /** All of them, once. */
  take(): Iterable<readonly [path: string, text: string]>;
  /** Gives back what it holds on the disk; for a spool that was not taken to its end. */
  close(): void;
}

/** Threads of this program. */
export interface Threads {
  /** How many can work at the same time on this computer. */
  readonly useful: number;
  /** Starts some that do what a check with these words does. */
  start(count: number, setup: ThreadSetup): Engine;
}

/** What reports must know of where they are going. */
export interface OutputTraits {
  readonly isTerminal: boolean;
  /** Whether colours are welcome when no option says so. */
  readonly takesColours: boolean;
  /** The columns of a terminal, or a number that suits a log. */
  readonly width: number;
}

/** Standard output or standard error. */
export interface Output extends OutputTraits {
  write(text: string | Uint8Array): void;
  /** Waits until a slow reader has taken what was written, so that it does not pile up. */
  taken(): Promise<void>;
  /** Whether nobody takes it any more: its reader has gone, as `head` does, or it has failed. Writing does nothing. */
  readonly closed: boolean;
  /** Why it could not be written, such as a full disk; a reader that has gone is no failure. */
  readonly failure: string | undefined;
}

/** The files that a person names. */
export interface Files {
  /**
   * The files that paths, folders and patterns stand for, each once, sorted by path, and what could not be looked into.
   * Found while they are asked for.
   */
  find(names: readonly string[]): Iterable<FoundFile | Trouble>;
  read(file: FoundFile): ReadResult;
  /**
   * Puts other contents in a file's place, all or nothing. A file that is no longer what was read stays as it is.
   * Undefined when it is done, otherwise why it is not.
   */
  replace(file: FoundFile, read: ReadBytes, contents: Uint8Array): Promise<string | undefined>;
  /** Makes a file that is not there yet. Undefined when it is done, otherwise why it is not. */
  create(location: string, contents: Uint8Array): Promise<string | undefined>;
}

export interface FoundFile {
  /** As it is shown: relative to the current folder where it lies below it, with forward slashes. */
  readonly path: string;
  /** For the system. */
  readonly location: string;
  /** Whether a person wrote this very name; files of folders and patterns were only found there. */
  readonly named: boolean;
}

export type ReadResult =
  | ReadBytes
  /** There is none. */
  | { readonly kind: 'missing'; readonly message: string }
  /** The system would not let us. */
  | { readonly kind: 'trouble'; readonly message: string }
  /** It is nothing that we would read. */
  | { readonly kind: 'unsuitable'; readonly message: string };

/** A file's contents, and how to tell later whether it still has them. */
export interface ReadBytes {
  readonly kind: 'bytes';
  readonly bytes: Uint8Array;
  readonly stamp: FileStamp;
}

export interface FileStamp {
  readonly modified: number;
  readonly size: number;
  /** Device and number of the file itself, so that another file under the same name is noticed. */
  readonly identity: string;
}

/** Something that could not be read or written, and why: it makes the command fail. */
export interface Trouble {
  readonly path: string;
  readonly message: string;
}
