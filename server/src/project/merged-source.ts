import type { OperatorProfile } from '../catalog/operator-profile.ts';
import type { WithOrigin } from '../catalog/pack-origin.ts';
import type {
  VendorIndex,
  VendorIndexEntry,
  VendorKey,
  VendorPack,
  VendorQuirk,
} from '../catalog/vendor-pack.ts';
import type { VendorSource } from '../catalog/vendors.ts';
import type { KnowledgeSource } from '../resolve/knowledge-shelf.ts';
import { mergePacks } from './merge-packs.ts';

/** A user's pack, and where it is from. */
export interface OwnPack {
  readonly pack: VendorPack;
  /** As a person would name it: its path in the project, or the extension that brings it. */
  readonly origin: string;
}

/** The bundled knowledge with a user's laid over it; a later pack wins key by key. */
export function mergedSource(
  bundled: KnowledgeSource,
  packs: readonly OwnPack[],
  profiles: readonly OperatorProfile[] | undefined,
): KnowledgeSource {
  return {
    standard: () => bundled.standard(),
    operatorProfiles: () => profiles ?? bundled.operatorProfiles(),
    vendors: packs.length === 0 ? bundled.vendors : new MergedVendors(bundled.vendors, packs),
  };
}

class MergedVendors implements VendorSource {
  readonly #bundled: VendorSource;
  readonly #own = new Map<string, OwnPack[]>();
  readonly #merged = new Map<string, VendorPack | undefined>();
  #index: VendorIndex | undefined;

  constructor(bundled: VendorSource, packs: readonly OwnPack[]) {
    this.#bundled = bundled;
    for (const own of packs) {
      const list = this.#own.get(own.pack.id);
      if (list === undefined) this.#own.set(own.pack.id, [own]);
      else list.push(own);
    }
  }

  index(): VendorIndex {
    this.#index ??= this.#makeIndex();
    return this.#index;
  }

  pack(id: string): VendorPack | undefined {
    if (!this.#merged.has(id)) this.#merged.set(id, this.#merge(id));
    return this.#merged.get(id);
  }

  #merge(id: string): VendorPack | undefined {
    let result = this.#bundled.pack(id);
    for (const own of this.#own.get(id) ?? []) {
      const pack = withOrigin(own);
      result = result === undefined ? pack : mergePacks(result, pack);
    }
    return result;
  }

  #makeIndex(): VendorIndex {
    const bundled = this.#bundled.index();
    const keys = copied(bundled.keys);
    const families = copied(bundled.families);
    const entries = new Map<string, VendorIndexEntry>(bundled.packs.map((entry) => [entry.id, entry]));
    for (const id of this.#own.keys()) {
      const pack = this.pack(id);
      if (pack === undefined) continue;
      const { name, names, models } = pack;
      // Behind the others, where a name that two of them have is found to be this one's.
      entries.delete(id);
      entries.set(id, { id, name, names, models, own: true });
      for (const key of pack.keys) addKey(key, id, keys, families);
    }
    return { packs: [...entries.values()], keys, families };
  }
}

/** Each fact says where it is from, since those of several packs become one. */
function withOrigin({ pack, origin }: OwnPack): VendorPack {
  const marked = <Fact extends VendorKey | VendorQuirk>(fact: Fact): WithOrigin<Fact> => ({
    ...fact,
    origin,
  });
  return { ...pack, keys: pack.keys.map(marked), quirks: pack.quirks.map(marked) };
}

type KeyLists = Record<string, readonly string[]>;

/** Without a prototype, so that a key may have any name. */
function copied(lists: Readonly<KeyLists>): KeyLists {
  return Object.assign(Object.create(null) as KeyLists, lists);
}

/** The same distinction as in `scripts/knowledge-plugin.ts`, which makes the index of the bundled packs. */
function addKey({ name }: VendorKey, id: string, keys: KeyLists, families: KeyLists): void {
  const isFamily = name.replaceAll('[[', '').includes('[');
  const lists = isFamily ? families : keys;
  const listed = isFamily ? name : name.replaceAll('[[', '[');
  const ids = lists[listed] ?? [];
  if (!ids.includes(id)) lists[listed] = [...ids, id];
}
