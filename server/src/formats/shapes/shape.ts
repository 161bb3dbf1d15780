import type { Dialect, KeyReference, ScopePurpose, StationFields } from '../../model/document.ts';
import type { Part } from '../json/layout.ts';
import type { Node, Tape } from '../json/tape.ts';

/** A kind of JSON file: how to tell it from others, and where its configurations and their entries are. */
export interface Shape {
  /** The name of the file in this folder. */
  readonly id: string;
  /** The configurations in a file of this shape; undefined when the file is of another. */
  find(file: JsonFile): readonly ScopePlan[] | undefined;
  /** Whether the shape is right even where the file looks like a description of configurations (`counter-signals.ts`). */
  readonly beforeCounterSignals?: boolean;
  /** Whether such a file may hold several JSON documents one after the other. */
  readonly severalDocuments?: boolean;
}

/** A JSON text as a shape sees it. */
export interface JsonFile {
  readonly tape: Tape;
  /** The file's name without its folder; empty where it has none. */
  readonly fileName: string;
  /** Whether a name is exactly that of a known key. */
  readonly isKeyName: (name: string) => boolean;
  /** Whether the user has said that the file is of this shape, so that what looks like it needs no proof by names. */
  readonly forced: boolean;
}

/** A configuration as a shape describes it; the format makes the scope from it. */
export interface ScopePlan {
  readonly label: string;
  readonly purpose: ScopePurpose;
  readonly dialect: Dialect;
  /** In file order. */
  readonly parts: readonly Part[];
  /** Which part takes an entry that belongs to no section in particular; by default the first. */
  readonly mainPart?: number;
  /** What the scope covers, where that is more than its first part. */
  readonly node?: Node;
  readonly keysAre?: 'ocpp' | 'other';
  readonly references?: readonly KeyReference[];
  readonly station?: StationFields;
}
