import { ARRAY, MISSING, NONE, type Node, type NodeKind, OBJECT, type Tape } from './tape.ts';

/** What can come next in the container that is being read. */
const FIRST = 0;
export const AFTER_COMMA = 1;
export const AFTER_NAME = 2;
export const AFTER_COLON = 3;
export const AFTER_VALUE = 4;

/** Puts nodes on a tape while a text is read, and knows which container is open and what it waits for. */
export class TapeBuilder {
  readonly tape: Tape;
  container: Node = NONE;
  inObject = false;
  depth = 0;
  state = FIRST;
  /** The colon after the name that waits for its value. */
  colon = -1;
  nameStart = -1;
  #nameEnd = -1;
  #name: string | undefined;

  constructor(tape: Tape) {
    this.tape = tape;
  }

  /** Whether a property has its name and no value yet. */
  get waitsForValue(): boolean {
    return this.inObject && (this.state === AFTER_NAME || this.state === AFTER_COLON);
  }

  /** Whether the container lies in an array. */
  get isItem(): boolean {
    return this.isItemOf(this.container);
  }

  isItemOf(node: Node): boolean {
    const parent = node === NONE ? NONE : this.tape.parent(node);
    return parent !== NONE && this.tape.kind(parent) === ARRAY;
  }

  /** The nearest container of a kind, from the one that is being read outwards. */
  nearest(kind: NodeKind): Node {
    let outer = this.container;
    while (outer !== NONE && this.tape.kind(outer) !== kind) outer = this.tape.parent(outer);
    return outer;
  }

  /** @param name what it says, where that is not what stands between its quotes */
  setName(name: string | undefined, start: number, end: number): void {
    this.#name = name;
    this.nameStart = start;
    this.#nameEnd = end;
    this.state = AFTER_NAME;
  }

  addScalar(kind: NodeKind, start: number, end: number): Node {
    const node = this.#add(kind, start, end);
    this.state = AFTER_VALUE;
    return node;
  }

  /** Adds the place of a value that a property lacks; returns its offset. */
  addMissing(): number {
    const place = this.state === AFTER_COLON ? this.colon + 1 : this.#nameEnd;
    this.#add(MISSING, place, place);
    this.state = AFTER_VALUE;
    return place;
  }

  open(kind: NodeKind, start: number, end: number): void {
    this.container = this.#add(kind, start, end);
    this.inObject = kind === OBJECT;
    this.state = FIRST;
    this.depth++;
  }

  close(end: number): void {
    this.tape.close(this.container, end);
    this.container = this.tape.parent(this.container);
    this.inObject = this.container !== NONE && this.tape.kind(this.container) === OBJECT;
    this.state = AFTER_VALUE;
    this.depth--;
  }

  #add(kind: NodeKind, start: number, end: number): Node {
    const node = this.tape.add(kind, start, end, this.container);
    if (this.nameStart >= 0) {
      this.tape.setName(node, this.#name, this.nameStart, this.#nameEnd);
      this.nameStart = -1;
    }
    return node;
  }
}
