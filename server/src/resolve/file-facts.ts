import type { PerStation } from '../catalog/knowledge.ts';
import type { Role } from '../catalog/operator-profile.ts';
import type { ScopePurpose, StationField } from '../model/document.ts';
import type { CurrentType } from '../model/station.ts';
import { copyOf } from '../text/copy.ts';
import { fingerprintOf } from '../text/fingerprint.ts';
import { LineIndex, type Span } from '../text/line-index.ts';
import type { OffsetRange } from '../text/range.ts';
import type { ResolvedDocument, ResolvedEntry, ResolvedScope } from './resolve.ts';
import { isSwitchedOn } from './roles.ts';
import { isPlaceholder } from './values.ts';

/**
 * What of a file must be known to compare it with others: no text of it, and of its values only what they have in
 * common with those elsewhere. Small, so that it can be kept for a whole folder.
 */
export interface FileFacts {
  /** As whoever has the files looked at calls it, with slashes; files in the same folder are of the same site. */
  readonly path: string;
  /** Of the whole text: two files with the same are copies of each other. */
  readonly fingerprint: number;
  readonly stations: readonly StationFacts[];
}

/** What one configuration of a file says that belongs to its station alone. */
export interface StationFacts {
  readonly purpose: ScopePurpose;
  /** In lower case. */
  readonly vendor: string | undefined;
  readonly model: string | undefined;
  readonly current: CurrentType | undefined;
  readonly marks: readonly StationMark[];
}

/** A value by which stations can be told apart or should be. */
export interface StationMark {
  readonly kind: MarkKind;
  /** The key's name as the catalog spells it, or what the file calls the field. */
  readonly name: string;
  /** Equal where the values are. */
  readonly fingerprint: number;
  /** As it is written, where that is to be read and not only compared. */
  readonly text: string | undefined;
  readonly range: OffsetRange;
  readonly span: Span;
}

export type MarkKind = PerStation | TokenRole | 'phase-rotation';
export type TokenRole = Extract<Role, 'free-vend-token' | 'payment-terminal-token'>;

/** Values beyond these of one configuration are not compared: no file may cost more than others. */
const MOST_MARKS = 20;

/** Takes down what other files are compared with. Undefined when there is nothing of the kind, as in most files. */
export function fileFacts(path: string, { document, scopes }: ResolvedDocument): FileFacts | undefined {
  const lines = new Once(() => new LineIndex(document.text));
  const stations = scopes.flatMap((scope) => {
    // What a program's own section says of the station, the file's other scopes have as well.
    if (scope.scope.keysAre === 'other') return [];
    const marks = marksOf(scope, lines);
    return marks.length === 0 ? [] : [stationFacts(scope, marks)];
  });
  return stations.length === 0 ? undefined : { path, fingerprint: fingerprintOf(document.text), stations };
}

function stationFacts({ scope, station }: ResolvedScope, marks: readonly StationMark[]): StationFacts {
  return {
    purpose: scope.purpose,
    vendor: kept(station.vendor.value),
    model: kept(station.model.value),
    current: station.current.value,
    marks,
  };
}

function kept(text: string | undefined): string | undefined {
  return text === undefined ? undefined : copyOf(text.toLowerCase());
}

function marksOf(scope: ResolvedScope, lines: Once<LineIndex>): readonly StationMark[] {
  const marks: StationMark[] = [];
  const seen = new Set<string>();
  const add = (kind: MarkKind, name: string, value: MarkedValue) => {
    const text = value.text.trim();
    if (marks.length >= MOST_MARKS || text === '' || isPlaceholder(text)) return;
    // A station's own field and a key may both tell; the same fact twice says nothing new.
    const compared = COMPARED_EXACTLY.includes(kind) ? text : text.toLowerCase();
    const fingerprint = fingerprintOf(compared);
    if (seen.has(`${kind} ${fingerprint}`)) return;
    seen.add(`${kind} ${fingerprint}`);
    const readable = kind === 'phase-rotation' ? copyOf(text) : undefined;
    marks.push({
      kind,
      name: copyOf(name),
      fingerprint,
      text: readable,
      range: value.range,
      span: lines.value.spanOf(value.range),
    });
  };
  for (const entry of scope.entries) {
    const kind = kindOf(entry);
    if (kind !== undefined) addEntry(kind, entry, add);
  }
  for (const { role, entry } of tokensInUse(scope)) addEntry(role, entry, add);
  const { serial, identity } = scope.scope.station;
  addField('serial', serial, add);
  addField('identity', identity, add);
  return marks;
}

type AddMark = (kind: MarkKind, name: string, value: MarkedValue) => void;

interface MarkedValue {
  readonly text: string;
  readonly range: OffsetRange;
}

function addEntry(kind: MarkKind, { entry, name }: ResolvedEntry, add: AddMark): void {
  const { value } = entry;
  if (value === undefined || value.kind === 'array' || value.kind === 'object' || value.kind === 'null')
    return;
  add(kind, name, value);
}

function addField(kind: MarkKind, field: StationField | undefined, add: AddMark): void {
  if (field !== undefined) add(kind, field.field, field);
}

function kindOf({ facts }: ResolvedEntry): MarkKind | undefined {
  return facts?.perStation ?? (facts?.items?.of === 'phase-rotation' ? 'phase-rotation' : undefined);
}

/** An identity is a part of an address, where case counts; digits in hexadecimal and tokens are the same in any case. */
const COMPARED_EXACTLY: readonly MarkKind[] = ['identity', 'serial'];

/** The tokens under which sessions without a card are reported, as far as they are in use and a person has set them. */
function tokensInUse(
  scope: ResolvedScope,
): readonly { readonly role: TokenRole; readonly entry: ResolvedEntry }[] {
  const roles = scope.catalog.vendor?.roles ?? [];
  return roles.flatMap((role) => {
    if (role.role !== 'free-vend-token' && role.role !== 'payment-terminal-token') return [];
    const entry = role.key === undefined ? undefined : scope.entryFor(role.key);
    const text = entry?.entry.value?.text.trim().toLowerCase();
    if (entry === undefined || text === undefined || !isSwitchedOn(role, scope)) return [];
    const factory = [...(role.factoryValues ?? []), ...scope.catalog.roleNames.factoryTokens];
    return factory.some((value) => value.toLowerCase() === text) ? [] : [{ role: role.role, entry }];
  });
}

/** Something that is made when it is first needed. */
class Once<Value> {
  readonly #make: () => Value;
  #made: { readonly value: Value } | undefined;

  constructor(make: () => Value) {
    this.#make = make;
  }

  get value(): Value {
    this.#made ??= { value: this.#make() };
    return this.#made.value;
  }
}
