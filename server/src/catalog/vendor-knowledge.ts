import type { KeyFacts, KeyFile, StandardKnowledge } from './knowledge.ts';
import type { Role } from './operator-profile.ts';
import type { BooleanWords, VendorKey, VendorPack, VendorQuirk, VendorRole } from './vendor-pack.ts';

/** What a vendor pack adds to the facts of a key: its own key's background, or how it bends a standard one. */
export interface VendorNotes {
  readonly pack: VendorPack;
  /** Set for a key of the vendor's own. */
  readonly own?: VendorKey;
  readonly quirks: readonly VendorQuirk[];
  readonly booleans?: BooleanWords;
  readonly refusedItems: readonly string[];
  readonly maxItems?: number;
  readonly alsoValid: readonly string[];
  readonly roles: readonly VendorRole[];
  /** How many of the standard's units one unit of this vendor's value is, where the vendor uses another unit. */
  readonly unitsPerStep: number;
}

/** The standard as one vendor's stations have it, and what the pack says of each key that it touches. */
export interface VendorKnowledge {
  readonly knowledge: StandardKnowledge;
  readonly notes: ReadonlyMap<KeyFacts, VendorNotes>;
}

/**
 * Joins the standard with a vendor pack: quirks change standard keys, own keys are added as a profile of their own.
 * @param model the name of the pack's model, where it is known; a quirk of some models holds for no unknown one
 */
export function withVendor(
  standard: StandardKnowledge,
  wholePack: VendorPack,
  model: string | undefined,
): VendorKnowledge {
  const holds = ({ models }: VendorQuirk) =>
    models === undefined || (model !== undefined && models.includes(model));
  const pack = { ...wholePack, quirks: wholePack.quirks.filter(holds) };
  const notes = new Map<KeyFacts, VendorNotes>();
  const keyFiles = standard.keyFiles.map((file) => ({
    ...file,
    keys: file.keys.map((facts) => bentFacts(facts, pack, notes)),
  }));
  const own: KeyFile = {
    protocol: standard.keyFiles[0]?.protocol ?? '',
    profile: pack.id,
    title: pack.name,
    keys: pack.keys.map((key) => ownFacts(key, pack, notes)),
  };
  const sources = Object.fromEntries(
    Object.entries(pack.sources).map(([id, source]) => [sourceId(pack, id), source]),
  );
  return {
    knowledge: {
      ...standard,
      keyFiles: [...keyFiles, own],
      sources: { ...standard.sources, sources: { ...standard.sources.sources, ...sources } },
    },
    notes,
  };
}

/** The roles that a key plays as the one whose value counts: token, timeout or list. */
export function rolesOf(notes: VendorNotes | undefined, key: string): readonly Role[] {
  return (notes?.roles ?? []).filter((role) => role.key === key).map(({ role }) => role);
}

/** Whether a key holds a token by which sessions start: only the operator knows the right one. */
export function isToken({ name }: KeyFacts, notes: VendorNotes | undefined): boolean {
  return rolesOf(notes, name).some((role) => role === 'free-vend-token' || role === 'payment-terminal-token');
}

/** Whether all that is known of a key's meaning, or of a quirk's, is guessed from a name. */
export function isInferred(notes: VendorNotes | undefined): boolean {
  if (notes === undefined) return false;
  if (notes.own !== undefined) return notes.own.basis === 'inferred' || notes.own.unconfirmed === true;
  return notes.quirks.length > 0 && notes.quirks.every(({ basis }) => basis === 'inferred');
}

function bentFacts(facts: KeyFacts, pack: VendorPack, notes: Map<KeyFacts, VendorNotes>): KeyFacts {
  // What a vendor does with booleans, it does with all of them.
  const quirks = pack.quirks.filter(
    ({ key, booleans }) =>
      key === facts.name || (key === undefined && booleans !== undefined && facts.type === 'boolean'),
  );
  const roles = rolesWith(pack, facts.name);
  if (quirks.length === 0 && roles.length === 0) return facts;
  const merged: Partial<VendorQuirk> = Object.assign({}, ...quirks);
  const spellings = quirks.flatMap(({ spelling }) => (spelling === undefined ? [] : [spelling]));
  const alsoValid = quirks.flatMap((quirk) => quirk.alsoValid ?? []);
  const bent: KeyFacts = {
    ...facts,
    ...(merged.unit === undefined ? {} : { unit: merged.unit }),
    ...(merged.minimum === undefined ? {} : { minimum: merged.minimum }),
    ...(merged.maximum === undefined ? {} : { maximum: merged.maximum }),
    ...(merged.access === 'read-only' || merged.access === 'read-write' ? { access: merged.access } : {}),
    ...(merged.access === 'missing' ? { required: false } : {}),
    ...(merged.rebootNeeded === undefined ? {} : { reboot: { needed: merged.rebootNeeded } }),
    ...(alsoValid.length === 0
      ? {}
      : { special: [...(facts.special ?? []), ...alsoValid.map((value) => ({ value }))] }),
    ...(spellings.length === 0 ? {} : { alsoWritten: [...(facts.alsoWritten ?? []), ...spellings] }),
  };
  notes.set(bent, {
    pack,
    quirks,
    ...(merged.booleans === undefined ? {} : { booleans: merged.booleans }),
    refusedItems: quirks.flatMap(({ refusedItems }) => refusedItems ?? []),
    ...(merged.maxItems === undefined ? {} : { maxItems: merged.maxItems }),
    alsoValid,
    roles,
    unitsPerStep: conversion(bent.unit, facts.unit),
  });
  return bent;
}

function ownFacts(key: VendorKey, pack: VendorPack, notes: Map<KeyFacts, VendorNotes>): KeyFacts {
  const sources = key.sources.map((id) => sourceId(pack, id));
  const { name, type, summary, access, rebootNeeded } = key;
  const facts: KeyFacts = {
    name,
    ...(name.includes('[') ? { family: name } : {}),
    type,
    // Where one step is not one unit, the number as it is written has none.
    ...(key.scale === undefined ? picked(key, ['unit']) : {}),
    ...picked(key, ['minimum', 'maximum', 'maxLength', 'values', 'items', 'default', 'examples']),
    ...picked(key, ['special', 'secret', 'perStation']),
    access: access === 'unknown' ? 'read-only-or-read-write' : access,
    required: false,
    ...(rebootNeeded === undefined ? {} : { reboot: { needed: rebootNeeded } }),
    summary,
    pitfalls: key.pitfalls ?? [],
    related: [],
    misspellings: [],
    disagreements: [],
    confidence: 'second-hand',
    definedIn: { source: sources[0] ?? pack.id },
    sources,
  };
  const roles = rolesWith(pack, name);
  notes.set(facts, {
    pack,
    own: key,
    quirks: [],
    ...(key.booleans === undefined ? {} : { booleans: key.booleans }),
    refusedItems: [],
    alsoValid: [],
    roles,
    unitsPerStep: (key.scale ?? 1) * conversion(key.unit, 's'),
  });
  return facts;
}

/** Roles in which a key takes part, as the one that holds the value or as the switch. */
function rolesWith(pack: VendorPack, name: string): readonly VendorRole[] {
  return pack.roles.filter((role) => role.key === name || role.switch?.key === name);
}

/** Seconds in each unit of time; other units are compared only with themselves. */
const SECONDS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, min: 60, h: 3_600, d: 86_400 };

function conversion(from: string | undefined, to: string | undefined): number {
  const fromSeconds = from === undefined ? undefined : SECONDS[from];
  const toSeconds = to === undefined ? undefined : SECONDS[to];
  return fromSeconds === undefined || toSeconds === undefined ? 1 : fromSeconds / toSeconds;
}

function picked<T extends object, K extends keyof T>(from: T, names: readonly K[]): Pick<T, K> {
  return Object.fromEntries(
    names.filter((name) => from[name] !== undefined).map((name) => [name, from[name]]),
  ) as Pick<T, K>;
}

function sourceId(pack: VendorPack, id: string): string {
  return `${pack.id}:${id}`;
}
