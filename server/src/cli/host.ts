/** What the command line needs of the computer that it runs on. Node's side of it is in `node/`. */
export interface Host {
  readonly output: Output;
  /** For what went wrong, so that a report in `output` stays whole. */
  readonly errors: Output;
  readonly files: Files;
  /** All bytes of standard input. */
  readInput(): Promise<ReadResult>;
  /** Lets the system deliver what it has for us: an interruption, the news that nobody reads our output. */
  pause(): Promise<void>;
}

/** Standard output or standard error. */
export interface Output {
  write(text: string | Uint8Array): void;
  /** Whether nobody takes it any more: its reader has gone, as `head` does, or it has failed. Writing does nothing. */
  readonly closed: boolean;
  /** Why it could not be written, such as a full disk; a reader that has gone is no failure. */
  readonly failure: string | undefined;
  readonly isTerminal: boolean;
  /** Whether colours are welcome when no option says so. */
  readonly takesColours: boolean;
  /** The columns of a terminal, or a number that suits a log. */
  readonly width: number;
}

/** The files that a person names. */
export interface Files {
  /** The files that paths, folders and patterns stand for, each once, sorted by path. */
  find(names: readonly string[]): FoundFiles;
  read(file: FoundFile): ReadResult;
  /**
   * Puts other contents in a file's place, all or nothing. A file that is no longer what was read stays as it is.
   * Undefined when it is done, otherwise why it is not.
   */
  replace(file: FoundFile, read: ReadBytes, contents: Uint8Array): Promise<string | undefined>;
  /** Makes a file that is not there yet. Undefined when it is done, otherwise why it is not. */
  create(location: string, contents: Uint8Array): Promise<string | undefined>;
}

export interface FoundFiles {
  readonly files: readonly FoundFile[];
  readonly troubles: readonly Trouble[];
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
