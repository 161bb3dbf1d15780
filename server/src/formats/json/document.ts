import type {
  Comment,
  ConfigDocument,
  ConfigEntry,
  ConfigScope,
  Dialect,
  EntryValue,
  FormatId,
  KeyAddress,
  KeyReference,
  ScopePurpose,
  StationFields,
  SyntaxProblem,
} from '../../model/document.ts';
import type { OffsetRange } from '../../text/range.ts';
import type { Part } from './layout.ts';
import {
  ARRAY,
  FALSE,
  MISSING,
  NONE,
  type Node,
  type NodeKind,
  NULL,
  NUMBER,
  OBJECT,
  STRING,
  type Tape,
  TRUE,
  WORD,
} from './tape.ts';

/** A `ConfigDocument` that remembers its tape, from which its edits and completions are made. */
export interface JsonDocument extends ConfigDocument {
  readonly format: FormatId;
  readonly tape: Tape;
  readonly scopes: readonly JsonScope[];
  readonly syntaxProblems: readonly SyntaxProblem[];
  readonly comments: readonly Comment[];
}

/** A `ConfigScope` that remembers where in the tape its entries are. */
export interface JsonScope extends ConfigScope {
  /** The lists and maps that hold the entries, in file order: one, or several such as EVerest's sections. */
  readonly parts: readonly Part[];
  /** Which of them takes an entry that belongs to no section in particular. */
  readonly mainPart: number;
  readonly entries: readonly JsonEntry[];
  readonly purpose: ScopePurpose;
  readonly dialect: Dialect;
  readonly references: readonly KeyReference[];
  readonly station: StationFields;
}

/** The marks of an entry, as a shape finds them. */
export interface EntryMarks {
  readonly readOnly: boolean | undefined;
  readonly rebootRequired: boolean | undefined;
}

/** An entry made of nodes of a tape; what it says is worked out when somebody asks. */
export class JsonEntry implements ConfigEntry {
  readonly index: number;
  readonly scope: number;
  readonly readOnly: boolean | undefined;
  readonly rebootRequired: boolean | undefined;
  readonly part: Part;
  /** The item or property as a whole. */
  readonly node: Node;
  /** The string that names the key; `NONE` where the key is the property name of `node`. */
  readonly keyNode: Node;
  /** The value; of kind `MISSING` where only its place is there, `NONE` where not even that. */
  readonly valueNode: Node;
  readonly #tape: Tape;
  #address: KeyAddress | undefined;
  #value: EntryValue | undefined;

  constructor(
    tape: Tape,
    place: { readonly index: number; readonly scope: number; readonly part: Part },
    nodes: { readonly node: Node; readonly keyNode: Node; readonly valueNode: Node },
    marks: EntryMarks,
    address?: KeyAddress,
  ) {
    this.#tape = tape;
    this.index = place.index;
    this.scope = place.scope;
    this.part = place.part;
    this.node = nodes.node;
    this.keyNode = nodes.keyNode;
    this.valueNode = nodes.valueNode;
    this.readOnly = marks.readOnly;
    this.rebootRequired = marks.rebootRequired;
    this.#address = address;
  }

  get name(): string {
    return this.keyNode === NONE ? this.#tape.name(this.node) : this.#tape.string(this.keyNode);
  }

  get address(): KeyAddress {
    this.#address ??= addressIn(this.part, this.name);
    return this.#address;
  }

  get range(): OffsetRange {
    const tape = this.#tape;
    const start = this.keyNode === NONE ? tape.fullStart(this.node) : tape.start(this.node);
    return { start, end: tape.end(this.node) };
  }

  get keyRange(): OffsetRange {
    return this.keyNode === NONE ? nameRange(this.#tape, this.node) : stringRange(this.#tape, this.keyNode);
  }

  get value(): EntryValue | undefined {
    if (this.valueNode === NONE || this.#tape.kind(this.valueNode) === MISSING) return undefined;
    this.#value ??= new JsonValue(this.#tape, this.valueNode);
    return this.#value;
  }
}

function addressIn(part: Part, name: string): KeyAddress {
  const address = part.addressOf?.(name);
  if (address !== undefined) return address;
  return part.section === undefined ? { name } : { name, section: part.section };
}

/** The range of a property's name without its quotes. */
function nameRange(tape: Tape, node: Node): OffsetRange {
  return withoutQuotes(tape.text, tape.nameStart(node), tape.nameEnd(node));
}

/** The range of a string without its quotes, or of another value as it is. */
export function stringRange(tape: Tape, node: Node): OffsetRange {
  const start = tape.start(node);
  const end = tape.end(node);
  if (tape.kind(node) !== STRING) return { start, end };
  return { start: start + 1, end: tape.isOpen(node) ? end : end - 1 };
}

const QUOTE = 34;
const SINGLE_QUOTE = 39;

function withoutQuotes(text: string, start: number, end: number): OffsetRange {
  const first = text.charCodeAt(start);
  if (first !== QUOTE && first !== SINGLE_QUOTE) return { start, end };
  const closed = end > start + 1 && text.charCodeAt(end - 1) === first;
  return { start: start + 1, end: closed ? end - 1 : end };
}

/** A value made of a node of a tape; most are only asked for what they say and never where they stand. */
class JsonValue implements EntryValue {
  readonly kind: EntryValue['kind'];
  readonly text: string;
  readonly #tape: Tape;
  readonly #node: Node;

  constructor(tape: Tape, node: Node) {
    const kind = tape.kind(node);
    this.kind = kind === MISSING ? 'plain' : VALUE_KINDS[kind];
    this.text = tape.string(node);
    this.#tape = tape;
    this.#node = node;
  }

  get range(): OffsetRange {
    return stringRange(this.#tape, this.#node);
  }

  get fullRange(): OffsetRange {
    return { start: this.#tape.start(this.#node), end: this.#tape.end(this.#node) };
  }
}

const VALUE_KINDS: Readonly<Record<Exclude<NodeKind, typeof MISSING>, EntryValue['kind']>> = {
  [OBJECT]: 'object',
  [ARRAY]: 'array',
  [STRING]: 'string',
  [NUMBER]: 'number',
  [TRUE]: 'boolean',
  [FALSE]: 'boolean',
  [NULL]: 'null',
  [WORD]: 'plain',
};
