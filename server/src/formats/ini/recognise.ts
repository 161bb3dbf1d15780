import { pauseEvery, type Steps } from '../../model/steps.ts';
import type { ParseOptions } from '../format.ts';
import type { Flavour } from './flavour.ts';
import { linesOf } from './lines.ts';
import {
  areForeignSections,
  isComponentBesideControllers,
  isController,
  type SectionRole,
  sectionRole,
} from './section-names.ts';

/** The shapes of INI files: with the keys in sections, or as a plain list. */
export const SHAPES = ['ini-sections', 'properties'] as const;
export type Shape = (typeof SHAPES)[number];

/** What a file was recognised as. */
export interface Recognition {
  readonly shape: Shape;
  /** What a section holds, by its name; undefined stands for the part before any section. */
  readonly contentsOf: (section: string | undefined) => SectionContents;
  /** Whether the part before any section counts: it has entries, or the file has no sections. */
  readonly hasTop: boolean;
  /** Whether the file is a station's own settings: its software's section stands beside the keys. */
  readonly isStationFile: boolean;
  /** Whether the file is one of open-ocpp's, whose loader has rules of its own. */
  readonly isOpenOcpp: boolean;
}

/**
 * `ocpp`: keys, `component`: variables of OCPP 2.x, both for the station that the whole file is for. `station`: keys
 * for a station of the section's own. `other`: another program's settings.
 */
export type SectionContents = 'ocpp' | 'component' | 'station' | 'other';

/** Two different keys make a section that is meant for them sure. */
const ENOUGH_IN_OCPP_SECTION = 2;
/** Elsewhere it takes one more: back ends share the names of some settings. */
const ENOUGH_ANYWHERE = 3;
/** Open-ocpp looks for its OCPP keys in a section of exactly this name. */
const OPEN_OCPP_SECTION = 'Ocpp';

/**
 * Decides whether a file is a charger's: by the names of its sections, then by how many known keys stand where; a sign
 * of another program wins. Undefined: not ours. Linear in the text's length.
 */
export function* recognise(
  text: string,
  flavour: Flavour,
  options: ParseOptions,
): Steps<Recognition | undefined> {
  const forced = SHAPES.find((shape) => shape === options.shape);
  if (options.shape !== undefined && forced === undefined) return undefined;
  const survey = yield* surveySections(text, flavour, options.isKeyName);
  if (forced === undefined && !survey.isOurs) return undefined;
  return {
    shape: forced ?? (survey.hasHeaders ? 'ini-sections' : 'properties'),
    contentsOf: (section) => survey.contentsOf(section),
    hasTop: survey.hasTop,
    isStationFile: survey.hasStack,
    isOpenOcpp: survey.isOpenOcpp,
  };
}

interface Section {
  /** Undefined for the part before any section. */
  readonly name: string | undefined;
  readonly role: SectionRole | 'top';
  /** Known keys in it, each once. */
  readonly keys: Set<string>;
}

/** How many lines are looked at in one step. */
const STEP = 10_000;

function* surveySections(
  text: string,
  flavour: Flavour,
  isKeyName: (name: string) => boolean,
): Steps<Survey> {
  const sections = new Map<string | undefined, Section>();
  const enter = (name: string | undefined, role: Section['role']): Section => {
    const section = sections.get(name) ?? { name, role, keys: new Set() };
    sections.set(name, section);
    return section;
  };
  let current: Section | undefined;
  const isPauseDue = pauseEvery(STEP);
  for (const line of linesOf(text, flavour)) {
    if (isPauseDue()) yield;
    if (line.kind === 'section') current = enter(line.name, sectionRole(line.name));
    if (line.kind !== 'entry') continue;
    current ??= enter(undefined, 'top');
    if (isKeyName(line.name)) current.keys.add(line.name);
  }
  return new Survey(sections);
}

/** The sections of a file, and what follows from them. */
class Survey {
  readonly hasHeaders: boolean;
  readonly hasTop: boolean;
  /** A stack's section beside one for OCPP keys; alone it is a section like any other. */
  readonly hasStack: boolean;
  readonly isOpenOcpp: boolean;
  readonly isOurs: boolean;
  readonly #sections: ReadonlyMap<string | undefined, Section>;
  readonly #hasControllers: boolean;
  /** Whether a section is clearly the one for OCPP keys, so that a single one elsewhere is a namesake. */
  readonly #hasOcppSection: boolean;
  readonly #repeats: boolean;

  constructor(byName: ReadonlyMap<string | undefined, Section>) {
    const sections = [...byName.values()];
    const names = sections.flatMap(({ name }) => name ?? []);
    const roles = new Set(sections.map(({ role }) => role));
    const controllers = names.filter(isController).length;
    this.#sections = byName;
    this.#hasControllers = controllers > 0;
    this.#hasOcppSection = sections.some(
      ({ role, keys }) => role === 'ocpp' || role === 'profile' || (role === 'top' && keys.size > 0),
    );
    this.hasHeaders = names.length > 0;
    this.hasTop = roles.has('top') || !this.hasHeaders;
    this.hasStack = roles.has('stack') && (roles.has('ocpp') || controllers > 0);
    // Nobody else has these sections, so that a file with them is ours while its keys are still being typed.
    this.isOpenOcpp = this.hasStack && (byName.has(OPEN_OCPP_SECTION) || controllers > 0);
    this.isOurs = !areForeignSections(names) && (this.isOpenOcpp || controllers > 1 || this.#hasEnoughKeys());
    this.#repeats = this.#sameKeyInTwoFreeSections();
  }

  contentsOf(name: string | undefined): SectionContents {
    const section = this.#sections.get(name);
    switch (section?.role) {
      case undefined:
        return this.hasHeaders ? 'other' : 'ocpp';
      case 'top':
        return this.hasHeaders && section.keys.size === 0 ? 'other' : 'ocpp';
      case 'component':
        return 'component';
      case 'ocpp':
      case 'profile':
        return 'ocpp';
      case 'back-end':
        return 'other';
      case 'stack':
        return this.hasStack ? 'other' : this.#contentsOfFree(section);
      case 'free':
        return this.#contentsOfFree(section);
    }
  }

  #contentsOfFree({ name, keys }: Section): SectionContents {
    if (this.#hasControllers) return isComponentBesideControllers(name ?? '') ? 'component' : 'other';
    const enough = this.#hasOcppSection ? ENOUGH_ANYWHERE : this.isOurs ? 1 : 0;
    if (keys.size < enough) return 'other';
    return this.#repeats ? 'station' : 'ocpp';
  }

  #hasEnoughKeys(): boolean {
    const inOcppSections = new Set<string>();
    const anywhere = new Set<string>();
    for (const { role, keys } of this.#sections.values()) {
      if (role === 'back-end' || (role === 'stack' && this.hasStack)) continue;
      for (const key of keys) {
        anywhere.add(key);
        if (role !== 'free' && role !== 'stack') inOcppSections.add(key);
      }
    }
    return inOcppSections.size >= ENOUGH_IN_OCPP_SECTION || anywhere.size >= ENOUGH_ANYWHERE;
  }

  /** Sections that repeat each other's keys describe different stations; otherwise they are topics of one. */
  #sameKeyInTwoFreeSections(): boolean {
    const seen = new Set<string>();
    for (const { role, keys } of this.#sections.values()) {
      if (role !== 'free') continue;
      for (const key of keys) {
        if (seen.has(key)) return true;
        seen.add(key);
      }
    }
    return false;
  }
}
