/** What a node of a tape is. A `word` is no JSON at all, `missing` the place of a value that nobody wrote yet. */
export const OBJECT = 1;
export const ARRAY = 2;
export const STRING = 3;
export const NUMBER = 4;
export const TRUE = 5;
export const FALSE = 6;
export const NULL = 7;
export const WORD = 8;
export const MISSING = 9;

export type NodeKind =
  | typeof OBJECT
  | typeof ARRAY
  | typeof STRING
  | typeof NUMBER
  | typeof TRUE
  | typeof FALSE
  | typeof NULL
  | typeof WORD
  | typeof MISSING;

/** A node's number: its place in reading order. `NONE` stands for "there is none". */
export type Node = number;
export const NONE: Node = -1;

const QUOTE = 34;
/** From so many members on, the properties of an object are looked up and not searched. */
const MOST_UNINDEXED = 64;

const STRIDE = 8;
const KIND = 0;
const START = 1;
const END = 2;
const NEXT = 3;
const PARENT = 4;
const NAME_START = 5;
const NAME_END = 6;
const FLAGS = 7;

/** The string has no closing quote, the container no closing bracket. */
const IS_OPEN = 1;
/** The text says something else than stands in it, because of escapes or missing quotes. */
const IS_DECODED = 2;
const IS_NAME_DECODED = 4;

/**
 * A JSON text as a list of nodes in reading order, in one array of numbers: several times smaller and quicker to make
 * than a tree of objects. A node's children follow it; `NEXT` says where its subtree ends. Names and strings are read
 * from the text when somebody asks; only those with escapes are kept.
 */
export class Tape {
  readonly text: string;
  length = 0;
  #cells: Int32Array;
  readonly #decodedNames = new Map<Node, string>();
  readonly #decoded = new Map<Node, string>();
  readonly #indexes = new Map<Node, ReadonlyMap<string, Node>>();

  constructor(text: string) {
    this.text = text;
    this.#cells = new Int32Array(STRIDE * Math.max(16, Math.ceil(text.length / 12)));
  }

  /** Adds a node. Containers begin with `end` at their bracket and are ended by `close`. */
  add(kind: NodeKind, start: number, end: number, parent: Node): Node {
    const node = this.length++;
    const at = node * STRIDE;
    if (at === this.#cells.length) this.#grow();
    const cells = this.#cells;
    cells[at + KIND] = kind;
    cells[at + START] = start;
    cells[at + END] = end;
    cells[at + NEXT] = node + 1;
    cells[at + PARENT] = parent;
    cells[at + NAME_START] = -1;
    return node;
  }

  /**
   * Says which property the node is; the range is that of the name with its quotes. The name is undefined where it is
   * what stands between them.
   */
  setName(node: Node, name: string | undefined, start: number, end: number): void {
    const at = node * STRIDE;
    this.#cells[at + NAME_START] = start;
    this.#cells[at + NAME_END] = end;
    if (name === undefined) return;
    if (name.length === end - start - 2 && this.text.charCodeAt(start) === QUOTE) return;
    this.#decodedNames.set(node, name);
    this.#cells[at + FLAGS] = (this.#cells[at + FLAGS] as number) | IS_NAME_DECODED;
  }

  /** Says what a string means where that is not what stands between its quotes. */
  setString(node: Node, text: string): void {
    const at = node * STRIDE + FLAGS;
    this.#decoded.set(node, text);
    this.#cells[at] = (this.#cells[at] as number) | IS_DECODED;
  }

  /** Ends a container: whatever was added since its beginning is inside. */
  close(node: Node, end: number): void {
    this.#cells[node * STRIDE + END] = end;
    this.#cells[node * STRIDE + NEXT] = this.length;
  }

  /** Marks a string without a closing quote, or a container without its closing bracket. */
  markOpen(node: Node): void {
    const at = node * STRIDE + FLAGS;
    this.#cells[at] = (this.#cells[at] as number) | IS_OPEN;
  }

  /** Forgets all nodes from this one on. */
  truncate(length: number): void {
    for (let node = length; node < this.length; node++) {
      this.#decodedNames.delete(node);
      this.#decoded.delete(node);
    }
    this.#cells.fill(0, length * STRIDE, this.length * STRIDE);
    this.length = length;
  }

  kind(node: Node): NodeKind {
    return this.#cells[node * STRIDE + KIND] as NodeKind;
  }

  start(node: Node): number {
    return this.#cells[node * STRIDE + START] as number;
  }

  end(node: Node): number {
    return this.#cells[node * STRIDE + END] as number;
  }

  parent(node: Node): Node {
    return this.#cells[node * STRIDE + PARENT] as number;
  }

  /** Where the subtree ends: the next sibling, if there is one. */
  next(node: Node): Node {
    return this.#cells[node * STRIDE + NEXT] as number;
  }

  isOpen(node: Node): boolean {
    return this.#has(node, IS_OPEN);
  }

  hasName(node: Node): boolean {
    return (this.#cells[node * STRIDE + NAME_START] as number) >= 0;
  }

  /** The property name of a node, decoded; empty for items and roots. */
  name(node: Node): string {
    if (this.#has(node, IS_NAME_DECODED)) return this.#decodedNames.get(node) ?? '';
    const start = this.nameStart(node);
    return start < 0 ? '' : this.text.slice(start + 1, this.nameEnd(node) - 1);
  }

  /** Whether a node is the property of exactly this name. */
  isNamed(node: Node, name: string): boolean {
    if (this.#has(node, IS_NAME_DECODED)) return this.#decodedNames.get(node) === name;
    const start = this.nameStart(node);
    return (
      start >= 0 && this.nameEnd(node) - start - 2 === name.length && this.text.startsWith(name, start + 1)
    );
  }

  nameStart(node: Node): number {
    return this.#cells[node * STRIDE + NAME_START] as number;
  }

  nameEnd(node: Node): number {
    return this.#cells[node * STRIDE + NAME_END] as number;
  }

  /** What a string says, its escapes decoded; what stands there for other nodes. */
  string(node: Node): string {
    if (this.#has(node, IS_DECODED)) return this.#decoded.get(node) ?? '';
    const quotes = this.kind(node) === STRING ? 1 : 0;
    const closing = this.isOpen(node) ? 0 : quotes;
    return this.text.slice(this.start(node) + quotes, this.end(node) - closing);
  }

  /** Where the node begins, its property name included. */
  fullStart(node: Node): number {
    const nameStart = this.nameStart(node);
    return nameStart >= 0 ? nameStart : this.start(node);
  }

  firstChild(node: Node): Node {
    return this.next(node) > node + 1 ? node + 1 : NONE;
  }

  nextSibling(node: Node): Node {
    const next = this.next(node);
    const parent = this.parent(node);
    const end = parent === NONE ? this.length : this.next(parent);
    return next < end ? next : NONE;
  }

  lastChild(node: Node): Node {
    let last = NONE;
    for (let child = this.firstChild(node); child !== NONE; child = this.nextSibling(child)) last = child;
    return last;
  }

  /** The first property of an object by its exact name. */
  member(object: Node, name: string): Node {
    const index = this.#indexes.get(object);
    if (index !== undefined) return index.get(name) ?? NONE;
    const end = this.next(object);
    let passed = 0;
    for (let child = object + 1; child < end; child = this.next(child)) {
      if (this.isNamed(child, name)) return child;
      if (++passed > MOST_UNINDEXED) return this.#indexMembers(object).get(name) ?? NONE;
    }
    return NONE;
  }

  /** Makes an index for an object that is asked often because it holds much. */
  #indexMembers(object: Node): ReadonlyMap<string, Node> {
    const index = new Map<string, Node>();
    for (const child of this.children(object)) {
      const name = this.name(child);
      if (this.hasName(child) && !index.has(name)) index.set(name, child);
    }
    this.#indexes.set(object, index);
    return index;
  }

  /** The first property by this name if it is of this kind. */
  memberOfKind(object: Node, name: string, kind: NodeKind): Node {
    const member = this.member(object, name);
    return member !== NONE && this.kind(member) === kind ? member : NONE;
  }

  /** The children of a container, in order. */
  *children(node: Node): Generator<Node, void, void> {
    const end = this.next(node);
    for (let child = node + 1; child < end; child = this.next(child)) yield child;
  }

  /** The outermost values: one, or several where a file holds several documents. */
  *roots(): Generator<Node, void, void> {
    for (let root = 0; root < this.length; root = this.next(root)) yield root;
  }

  #has(node: Node, flag: number): boolean {
    return ((this.#cells[node * STRIDE + FLAGS] as number) & flag) !== 0;
  }

  #grow(): void {
    const larger = new Int32Array(this.#cells.length * 2);
    larger.set(this.#cells);
    this.#cells = larger;
  }
}

/** Whether a node is a value without parts. */
export function isScalar(kind: NodeKind): boolean {
  return kind >= STRING && kind <= WORD;
}
