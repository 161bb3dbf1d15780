import type { KeyAddress } from '../../model/document.ts';
import type { Node } from './tape.ts';

/** A list or map that holds entries, and how it does. */
export interface Part {
  readonly node: Node;
  readonly layout: Layout;
  /** The name of the section, where keys belong to sections. */
  readonly section?: string | undefined;
  /** The address of a key in this part, where it is more than the name and the section. */
  readonly addressOf?: ((name: string) => KeyAddress | undefined) | undefined;
}

/** The ways in which JSON files write keys and values. */
export type Layout = ObjectsLayout | MembersLayout | MemberObjectsLayout | PairsLayout | ListedLayout;

/** An array of objects: `[ { "key": "…", "readonly": false, "value": "…" } ]`; or one such object by itself. */
export interface ObjectsLayout extends ObjectMembers {
  readonly kind: 'objects' | 'object';
  /** The member that holds the key's name. */
  readonly key: string;
}

/** An object of values: `{ "Key": "…" }`. */
export interface MembersLayout {
  readonly kind: 'members';
  /** Whether a member that holds an object or array is an entry too; otherwise it is something else. */
  readonly take: 'all' | 'scalars';
}

/** An object of objects: `{ "Key": { "readonly": false, "value": "…" } }`. */
export interface MemberObjectsLayout extends ObjectMembers {
  readonly kind: 'member-objects';
  /** Whether the key's name stands in the object again, as this member. */
  readonly key?: string;
}

/** An array of pairs: `[ ["Key", "…"] ]`. */
export interface PairsLayout {
  readonly kind: 'pairs';
}

/** Entries that a shape has found by itself, deep inside; they can be changed, but none can be added or removed. */
export interface ListedLayout {
  readonly kind: 'listed';
  readonly entries: readonly ListedEntry[];
}

export interface ListedEntry {
  readonly node: Node;
  readonly keyNode: Node;
  readonly valueNode: Node;
  readonly address: KeyAddress;
  readonly readOnly?: boolean | undefined;
  readonly rebootRequired?: boolean | undefined;
}

/** What the members of an entry's object are called. */
export interface ObjectMembers {
  readonly value: string;
  /** The names under which a read-only mark is found; the first is written into new entries of an empty list. */
  readonly readOnly: readonly string[];
  /** A member that holds 1 or true where the key can be written: the reverse of a read-only mark. */
  readonly editable?: string;
  readonly reboot?: string;
  /** The member that says the value's type, which a new entry needs, and its words for the types. */
  readonly type?: {
    readonly name: string;
    readonly words: Readonly<Record<'string' | 'number' | 'boolean', string>>;
  };
  /** What a new entry in an empty list consists of, in this order. */
  readonly order: readonly Role[];
}

/** What a member of an entry's object is for. */
export type Role = 'key' | 'value' | 'read-only' | 'type';
