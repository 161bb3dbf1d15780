import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cursor, Format, ParseOptions } from '../../server/src/formats/format.ts';
import {
  type Comment,
  type ConfigDocument,
  type ConfigEntry,
  type EntryValue,
  offsetInValue,
} from '../../server/src/model/document.ts';
import type { PlainValue } from '../../server/src/model/problem.ts';
import { inOneGo } from '../../server/src/model/steps.ts';
import { applyEdits, type TextEdit } from '../../server/src/text/edits.ts';
import { type OffsetRange, overlaps, slice } from '../../server/src/text/range.ts';
import { catalog } from '../helpers/knowledge.ts';

/** A text that a format must be able to read and edit. */
export interface Sample {
  readonly name: string;
  readonly text: string;
  /** How the file is called, and its shape where it would not be recognised. */
  readonly options?: Omit<ParseOptions, 'isKeyName'>;
}

/** What the suite must know of a format besides its samples. */
export interface FormatUnderTest {
  readonly format: Format;
  readonly samples: readonly Sample[];
  /** Reads what a key or a value says from the way it is written, for notations with escapes. */
  readonly decode?: (written: string, sample: Sample) => string;
  /** Values that entries can be set to; by default numbers, booleans and texts on one line. */
  readonly values?: fc.Arbitrary<PlainValue>;
  /** Whether an entry can be removed by itself; by default all can. */
  readonly isRemovable?: (entry: ConfigEntry) => boolean;
  /** Random runs for each sample and property; fewer for big samples. */
  readonly runs?: number;
}

/** What every format must keep to, whatever its notation. */
export function describeFormat(title: string, subject: FormatUnderTest): void {
  describe.each(subject.samples)(`${title}: $name`, (sample) => {
    const at = new FormatSample(subject, sample);
    const options = { numRuns: subject.runs ?? 60 };

    test('every range gives back its text, in file order', () => at.checkRanges());
    test('a cursor finds every key and value', () => at.checkCursors());
    test('a value that is set is read back, and nothing else changes', () => {
      fc.assert(
        fc.property(at.anyEntry, subject.values ?? anyValue, (entry, value) => at.checkSet(entry, value)),
        options,
      );
    });
    test('a key that is renamed is read back, and nothing else changes', () => {
      fc.assert(
        fc.property(at.anyEntry, anyName, (entry, name) => at.checkRename(entry, name)),
        options,
      );
    });
    test('an entry that is removed is gone, and nothing else changes', () => {
      fc.assert(
        fc.property(at.anyEntry, (entry) => at.checkRemove(entry)),
        options,
      );
    });
    test('entries that are removed together are gone, and nothing else changes', () => {
      fc.assert(
        fc.property(at.someEntries, (entries) => at.checkRemoveSeveral(entries)),
        options,
      );
    });
    test('an entry that is inserted is read back, and nothing else changes', () => {
      fc.assert(
        fc.property(at.anyScope, anyName, subject.values ?? anyValue, (scope, name, value) =>
          at.checkInsert(scope, name, value),
        ),
        options,
      );
    });
    test('cut and scrambled text is read without an exception', () => {
      fc.assert(
        fc.property(scrambled(sample.text), fc.nat(), (text, offset) => at.checkSurvives(text, offset)),
        options,
      );
    });
  });
}

/** Texts on one line, with the characters that mean something in some notation more often than chance has them. */
const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '"',
        "'",
        '\\',
        '#',
        ';',
        '=',
        ':',
        ',',
        ' ',
        '\t',
        '/',
        '[',
        ']',
        '{',
        '}',
        '$',
        'é',
        '€',
        '𝄞',
      ),
      fc.string({ minLength: 1, maxLength: 3, unit: 'grapheme-ascii' }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

const anyValue: fc.Arbitrary<PlainValue> = fc.oneof(
  fc.integer({ min: -1, max: 100_000 }),
  fc.boolean(),
  fc.constantFrom('', 'Energy.Active.Import.Register,Power.Active.Import', '1.RST, 2.RST'),
  anyText,
);

const anyName: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('HeartbeatInterval', '__proto__', 'constructor', 'toString', 'Vendor.Key_1'),
  fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom('a', 'B', '7', '_', '.', '-') }),
);

/** The text with a piece cut out, a piece put in elsewhere, or some characters replaced by strange ones. */
function scrambled(text: string): fc.Arbitrary<string> {
  const place = fc.nat({ max: text.length });
  return fc.oneof(
    place.map((end) => text.slice(0, end)),
    fc.tuple(place, place).map(([a, b]) => text.slice(0, Math.min(a, b)) + text.slice(Math.max(a, b))),
    fc.tuple(place, place, place).map(([a, b, to]) => {
      const piece = text.slice(Math.min(a, b), Math.max(a, b));
      return text.slice(0, to) + piece + text.slice(to);
    }),
    fc
      .array(
        fc.tuple(place, fc.constantFrom('\0', '\ud800', '\udc00', '\ufeff', '"', '[', '\r', '\n', '\\', '=')),
        {
          minLength: 1,
          maxLength: 10,
        },
      )
      .map((changes) =>
        changes.reduce(
          (changed, [at, letter]) => changed.slice(0, at) + letter + changed.slice(at + 1),
          text,
        ),
      ),
  );
}

class FormatSample {
  readonly document: ConfigDocument;
  readonly anyEntry: fc.Arbitrary<ConfigEntry>;
  /** Neighbours, and any others. */
  readonly someEntries: fc.Arbitrary<readonly ConfigEntry[]>;
  readonly anyScope: fc.Arbitrary<number>;
  readonly #subject: FormatUnderTest;
  readonly #sample: Sample;

  constructor(subject: FormatUnderTest, sample: Sample) {
    this.#subject = subject;
    this.#sample = sample;
    const document = this.#parse(sample.text, sample.options?.shape);
    if (document === undefined) throw new Error(`${sample.name} is not recognised`);
    this.document = document;
    const entries = document.scopes.flatMap((scope) => scope.entries);
    if (entries.length === 0) throw new Error(`${sample.name} has no entries`);
    this.anyEntry = fc.constantFrom(...entries);
    this.someEntries = fc
      .tuple(
        fc.nat({ max: entries.length - 1 }),
        fc.subarray(entries, { maxLength: Math.min(3, entries.length) }),
      )
      .map(([place, others]) => [...new Set([...entries.slice(place, place + 3), ...others])]);
    this.anyScope = fc.nat({ max: document.scopes.length - 1 });
  }

  checkRanges(): void {
    const { text, scopes } = this.document;
    for (const [number, scope] of scopes.entries()) {
      expect(scope.index).toBe(number);
      let last = -1;
      for (const [index, entry] of scope.entries.entries()) {
        expect({ index: entry.index, scope: entry.scope }).toEqual({ index, scope: number });
        expect(entry.range.start).toBeGreaterThan(last);
        last = entry.range.start;
        expectInside(entry.range, scope.range);
        expectInside(entry.keyRange, entry.range);
        expect(this.#decode(slice(text, entry.keyRange))).toBe(entry.address.name);
        if (entry.value !== undefined) this.#checkValueRanges(entry, entry.value);
      }
    }
    for (const { range } of [...this.document.comments, ...this.document.syntaxProblems]) {
      expectInside(range, { start: 0, end: text.length });
    }
  }

  #checkValueRanges(entry: ConfigEntry, value: EntryValue): void {
    const { text } = this.document;
    expectInside(value.fullRange, entry.range);
    expectInside(value.range, value.fullRange);
    expect(this.#decode(slice(text, value.range))).toBe(value.text);
    expect(offsetInValue(text, value, value.text.length)).toBe(value.range.end);
    let last = value.range.start;
    for (let index = 0; index <= value.text.length; index++) {
      const offset = offsetInValue(text, value, index);
      expect(offset).toBeGreaterThanOrEqual(last);
      expect(offset).toBeLessThanOrEqual(value.range.end);
      last = offset;
    }
  }

  checkCursors(): void {
    for (const scope of this.document.scopes) {
      for (const entry of scope.entries) {
        for (const offset of [entry.keyRange.start, entry.keyRange.end]) {
          const cursor = this.#cursorAt(offset);
          expect(cursor).toMatchObject({ kind: 'key', range: entry.keyRange });
          expect(cursor?.kind === 'key' && cursor.entry).toBe(entry);
        }
        const { value } = entry;
        if (value === undefined || value.range.start === value.range.end) continue;
        for (const offset of [value.range.start, value.range.end]) {
          const cursor = this.#cursorAt(offset);
          expect(cursor).toMatchObject({ kind: 'value', range: value.range });
          expect(cursor?.kind === 'value' && cursor.entry).toBe(entry);
        }
      }
    }
  }

  checkSet(entry: ConfigEntry, value: PlainValue): void {
    const { format } = this.#subject;
    const edits = format.setValue(this.document, entry, value);
    for (const { range } of edits) expectInside(range, entry.range);
    const changed = this.#edited(edits);
    const after = sameEntry(changed, entry);
    if (edits.length > 0) expect(after?.value?.text).toBe(String(value));
    expect(summary(changed, after)).toEqual(summary(this.document, entry));
    expect(purposes(changed)).toEqual(purposes(this.document));
    if (after === undefined || edits.length === 0) return;
    expect(format.setValue(changed, after, value), 'setting it again changes nothing').toEqual([]);
  }

  checkRename(entry: ConfigEntry, name: string): void {
    const edits = this.#subject.format.renameKey(this.document, entry, name);
    // An entry may name its key twice.
    for (const { range } of edits) expectInside(range, entry.range);
    const changed = this.#edited(edits);
    const after = sameEntry(changed, entry);
    if (edits.length > 0) expect(after?.address.name).toBe(name);
    expect(after?.value?.text).toBe(entry.value?.text);
    expect(summary(changed, after)).toEqual(summary(this.document, entry));
    expect(purposes(changed)).toEqual(purposes(this.document));
  }

  checkRemove(entry: ConfigEntry): void {
    const edits = this.#removal([entry]);
    if (edits.length === 0) return;
    expect(summary(this.#edited(edits), undefined)).toEqual(summary(this.#without(edits), entry));
  }

  /** A file with hardly anything left may be divided otherwise, or be another one: what it holds is looked at alone. */
  checkRemoveSeveral(entries: readonly ConfigEntry[]): void {
    const edits = this.#removal(entries);
    const isRemovable = (entry: ConfigEntry) => this.#subject.isRemovable?.(entry) !== false;
    const changed = this.#parse(applyEdits(this.document.text, edits), this.document.shape);
    const expected = contents(this.#without(edits), entries.filter(isRemovable));
    if (expected.entries.length > 0) expect(changed && contents(changed, [])).toEqual(expected);
  }

  #removal(entries: readonly ConfigEntry[]): readonly TextEdit[] {
    const edits = this.#subject.format.removeEntries(this.document, entries);
    const isRemovable = (entry: ConfigEntry) => this.#subject.isRemovable?.(entry) !== false;
    expect(edits.length > 0).toBe(entries.some(isRemovable));
    expect(edits.every(({ newText }) => newText === '')).toBe(true);
    return edits;
  }

  /** A comment behind an entry, on its line, goes with it. */
  #without(edits: readonly TextEdit[]): ConfigDocument {
    const isRemoved = ({ range }: Comment): boolean => edits.some((edit) => overlaps(edit.range, range));
    return { ...this.document, comments: this.document.comments.filter((comment) => !isRemoved(comment)) };
  }

  checkInsert(number: number, name: string, value: PlainValue): void {
    const scope = this.document.scopes[number];
    if (scope === undefined) return;
    const edits = this.#subject.format.insertEntry(this.document, scope, { name, value });
    if (edits.length === 0) return;
    for (const { range } of edits) expect(slice(this.document.text, range).trim()).toBe('');
    const changed = this.#edited(edits);
    const scopeAfter = changed.scopes[number];
    expect(scopeAfter?.entries).toHaveLength(scope.entries.length + 1);
    const before = summary(this.document, undefined);
    const inserted = scopeAfter?.entries.find(
      (entry) =>
        entry.address.name === name &&
        entry.value?.text === String(value) &&
        isEqual(summary(changed, entry), before),
    );
    expect(inserted, 'one entry more, all others as before').toBeDefined();
  }

  /** Neither reading a text nor asking about a place in it may throw, nor an edit to what was read. */
  checkSurvives(text: string, place: number): void {
    const { format } = this.#subject;
    const document = this.#parse(text, this.document.shape);
    if (document === undefined) return;
    const cursor = format.cursorAt(document, place % (text.length + 1));
    const fresh = { name: 'HeartbeatInterval', value: 900 };
    if (cursor?.kind === 'value') format.completeValue(document, cursor, 900);
    else if (cursor !== undefined)
      this.#checkCompletion(document, cursor, place % (text.length + 1), fresh.value);
    const scope = document.scopes[place % Math.max(1, document.scopes.length)];
    if (scope === undefined) return;
    applyEdits(text, format.insertEntry(document, scope, fresh));
    const entry = scope.entries[place % Math.max(1, scope.entries.length)];
    if (entry === undefined) return;
    applyEdits(text, format.setValue(document, entry, 900));
    applyEdits(text, format.renameKey(document, entry, 'HeartbeatInterval'));
    applyEdits(text, format.removeEntries(document, [entry]));
  }

  #checkCompletion(
    document: ConfigDocument,
    cursor: Exclude<Cursor, { kind: 'value' }>,
    offset: number,
    value: PlainValue,
  ): void {
    const { format } = this.#subject;
    const { range } = format.completeEntry(document, cursor, { name: 'HeartbeatInterval', value });
    expect(range.start).toBeLessThanOrEqual(offset);
    expect(range.end).toBeGreaterThanOrEqual(offset);
    expect(slice(document.text, range)).not.toMatch(/[\r\n]/);
  }

  #cursorAt(offset: number): Cursor | undefined {
    return this.#subject.format.cursorAt(this.document, offset);
  }

  #decode(written: string): string {
    return this.#subject.decode?.(written, this.#sample) ?? written;
  }

  #edited(edits: readonly TextEdit[]): ConfigDocument {
    const text = applyEdits(this.document.text, edits);
    const document = this.#parse(text, this.document.shape);
    if (document === undefined) throw new Error(`not recognised any more:\n${text}`);
    return document;
  }

  #parse(text: string, shape: string | undefined): ConfigDocument | undefined {
    const { options } = this.#sample;
    return inOneGo(this.#subject.format.parse(text, { ...options, shape, isKeyName: catalog.isKeyName }));
  }
}

function sameEntry(document: ConfigDocument, entry: ConfigEntry): ConfigEntry | undefined {
  return document.scopes[entry.scope]?.entries[entry.index];
}

/** Why the values are in the file. The one entry that shows it may be removed, so `summary` does not tell it. */
function purposes(document: ConfigDocument): readonly string[] {
  return document.scopes.map(({ purpose }) => purpose);
}

/** All that a document says, one entry left out. */
function summary(document: ConfigDocument, without: ConfigEntry | undefined): unknown {
  return {
    shape: document.shape,
    scopes: document.scopes.map((scope) => ({
      label: scope.label,
      references: scope.references.map(({ name, role }) => ({ name, role })),
      entries: scope.entries
        .filter((entry) => entry !== without)
        .map(({ address, value, readOnly, rebootRequired }) => ({
          address,
          value: value?.text,
          kind: value?.kind,
          readOnly,
          rebootRequired,
        })),
    })),
    comments: document.comments.map(({ text }) => text),
    syntaxProblems: document.syntaxProblems.map(({ message }) => message),
  };
}

/** The same without how it is divided. */
function contents({ scopes, comments, syntaxProblems }: ConfigDocument, without: readonly ConfigEntry[]) {
  const entries = scopes.flatMap((scope) => scope.entries).filter((entry) => !without.includes(entry));
  return {
    entries: entries.map(({ address, value }) => [address.name, value?.kind, value?.text]),
    comments: comments.map(({ text }) => text),
    syntaxProblems: syntaxProblems.map(({ message }) => message),
  };
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function expectInside(inner: OffsetRange, outer: OffsetRange): void {
  expect(inner.start).toBeLessThanOrEqual(inner.end);
  expect(inner.start).toBeGreaterThanOrEqual(outer.start);
  expect(inner.end).toBeLessThanOrEqual(outer.end);
}
