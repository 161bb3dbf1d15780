import { Catalog } from './catalog.ts';
import { KeyFamilies } from './key-families.ts';
import type { StandardKnowledge } from './knowledge.ts';
import { withVendor } from './vendor-knowledge.ts';
import type { VendorIndex, VendorIndexEntry, VendorModel, VendorPack } from './vendor-pack.ts';
import { fitsPattern } from './wildcard.ts';

/** From how many keys of its own on a vendor is recognised by them alone; a key that n vendors have counts 1/n. */
const ENOUGH_KEYS = 2;
/** How much more than the next one's the first vendor's keys must count. */
const CLEAR_LEAD = 1.5;

/** Where packs come from: the ones that come with the program, or a user's own. Nothing is read before it is needed. */
export interface VendorSource {
  index(): VendorIndex;
  pack(id: string): VendorPack | undefined;
}

/** A vendor that names of keys speak for. */
export interface VendorByKeys {
  readonly entry: VendorIndexEntry;
  /** The names that no other vendor has. */
  readonly own: readonly string[];
  /** Names that other vendors have as well. */
  readonly shared: readonly string[];
}

/** Finds a station's vendor, and makes the catalog of it. Everything is made when first asked for, and kept. */
export class Vendors {
  readonly #standard: StandardKnowledge;
  readonly #source: VendorSource;
  readonly #catalogs = new Map<string, Catalog | undefined>();
  #names: Map<string, VendorIndexEntry> | undefined;
  #families: KeyFamilies<readonly string[]> | undefined;

  constructor(standard: StandardKnowledge, source: VendorSource) {
    this.#standard = standard;
    this.#source = source;
  }

  /** All vendors there are packs for, by name. */
  get entries(): readonly VendorIndexEntry[] {
    return this.#source.index().packs;
  }

  /** The vendor of a name as a station reports it or a person writes it; the pack's id counts as a name. */
  byName(name: string): VendorIndexEntry | undefined {
    this.#names ??= new Map(
      this.entries.flatMap((entry) =>
        [entry.id, entry.name, ...entry.names].map((known) => [plain(known), entry] as const),
      ),
    );
    return this.#names.get(plain(name));
  }

  /** The vendor that has a model of this name; undefined when none or more than one has. */
  byModel(model: string): VendorIndexEntry | undefined {
    const found = this.entries.filter((entry) => modelOf(entry, model) !== undefined);
    const own = found.filter((entry) => entry.own === true);
    const claiming = own.length > 0 ? own : found;
    return claiming.length === 1 ? claiming[0] : undefined;
  }

  /** The vendor whose keys these names are; undefined when it is not clear. */
  byKeys(names: readonly string[]): VendorByKeys | undefined {
    const scores = new Map<string, { score: number; own: string[]; shared: string[] }>();
    for (const name of names) {
      const ids = this.#knowing(name);
      for (const id of ids) {
        const score = scores.get(id) ?? { score: 0, own: [], shared: [] };
        score.score += 1 / ids.length;
        (ids.length === 1 ? score.own : score.shared).push(name);
        scores.set(id, score);
      }
    }
    const [first, second] = [...scores].sort(([, a], [, b]) => b.score - a.score);
    if (first === undefined || first[1].score < ENOUGH_KEYS) return undefined;
    if (second !== undefined && first[1].score < second[1].score * CLEAR_LEAD) return undefined;
    const entry = this.entries.find(({ id }) => id === first[0]);
    return entry === undefined ? undefined : { entry, own: first[1].own, shared: first[1].shared };
  }

  /** The standard as this vendor's stations have it, or those of one model; undefined when there is no such pack. */
  catalogOf(id: string, reportedModel: string | undefined): Catalog | undefined {
    const entry = this.entries.find((candidate) => candidate.id === id);
    const model =
      entry === undefined || reportedModel === undefined ? undefined : modelOf(entry, reportedModel);
    const identity = `${id}\n${model?.name ?? ''}`;
    if (!this.#catalogs.has(identity)) {
      const pack = this.#source.pack(id);
      this.#catalogs.set(identity, pack && vendorCatalog(this.#standard, pack, model));
    }
    return this.#catalogs.get(identity);
  }

  /** The vendors that have a key of this name, in any case. */
  withKey(name: string): readonly VendorIndexEntry[] {
    const exact = this.#knowing(name);
    const wanted = name.toLowerCase();
    const ids =
      exact.length > 0
        ? exact
        : Object.entries(this.#source.index().keys).flatMap(([known, ids]) =>
            known.toLowerCase() === wanted ? ids : [],
          );
    return this.entries.filter(({ id }) => ids.includes(id));
  }

  #knowing(name: string): readonly string[] {
    const index = this.#source.index();
    if (Object.hasOwn(index.keys, name)) return index.keys[name] ?? [];
    this.#families ??= new KeyFamilies(Object.entries(index.families));
    return this.#families.match(name.toLowerCase()) ?? [];
  }
}

function vendorCatalog(
  standard: StandardKnowledge,
  pack: VendorPack,
  model: VendorModel | undefined,
): Catalog {
  const { knowledge, notes } = withVendor(standard, pack, model?.name);
  return new Catalog(knowledge, { pack, notes });
}

/** The model of a vendor whose pattern fits what the station reports, or that a person calls by its name. */
export function modelOf(entry: Pick<VendorPack, 'models'>, reported: string): VendorModel | undefined {
  return (
    entry.models.find((model) => model.patterns.some((pattern) => fitsPattern(reported, pattern))) ??
    entry.models.find(({ name }) => plain(name) === plain(reported))
  );
}

/** A vendor's name without case, blanks and signs. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{Letter}\p{Number}]/gu, '');
}
