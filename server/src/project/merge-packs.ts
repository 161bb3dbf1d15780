import type { VendorKey, VendorPack, VendorQuirk } from '../catalog/vendor-pack.ts';

/**
 * A pack with a later one of the same vendor laid over it, key by key: keys, models and roles of the same name are
 * those of the later one, and for a standard key that both have quirks of, the later ones count.
 */
export function mergePacks(earlier: VendorPack, later: VendorPack): VendorPack {
  const renamed = withOwnSources(later, earlier);
  const theirQuirks = new Set(renamed.quirks.flatMap(({ key }) => key ?? []));
  const keptQuirks = earlier.quirks.filter(({ key }) => key === undefined || !theirQuirks.has(key));
  const { notes, complete } = { ...earlier, ...definedOf(renamed) };
  return {
    id: earlier.id,
    name: renamed.name,
    names: [...new Set([...renamed.names, ...earlier.names])],
    // The first model whose pattern fits is the one.
    models: [
      ...renamed.models,
      ...earlier.models.filter(({ name }) => renamed.models.every((model) => model.name !== name)),
    ],
    ...(notes === undefined ? {} : { notes }),
    ...(complete === undefined ? {} : { complete }),
    keys: overlaid(earlier.keys, renamed.keys, keyIdentity),
    quirks: [...keptQuirks, ...renamed.quirks],
    roles: overlaid(earlier.roles, renamed.roles, ({ role, key, switch: turned }) =>
      JSON.stringify([role, key ?? turned?.key]),
    ),
    sources: { ...earlier.sources, ...renamed.sources },
  };
}

/** The earlier items, each replaced by the later one of the same identity; those that are new come last. */
export function overlaid<Item>(
  earlier: readonly Item[],
  later: readonly Item[],
  identity: (item: Item) => string,
): readonly Item[] {
  const byIdentity = new Map(later.map((item) => [identity(item), item]));
  const kept = earlier.map((item) => {
    const id = identity(item);
    const replacement = byIdentity.get(id) ?? item;
    byIdentity.delete(id);
    return replacement;
  });
  return [...kept, ...byIdentity.values()];
}

function keyIdentity({ name, section }: VendorKey): string {
  return JSON.stringify([section?.toLowerCase(), name]);
}

/** Two packs may mean different sources by one id: then the later one's get ids of their own. */
function withOwnSources(pack: VendorPack, earlier: VendorPack): VendorPack {
  const taken = (id: string) =>
    Object.hasOwn(earlier.sources, id) && earlier.sources[id] !== pack.sources[id];
  const names = new Map<string, string>();
  for (const id of Object.keys(pack.sources)) {
    let name = id;
    for (let number = 2; taken(name); number++) name = `${id}-${number}`;
    names.set(id, name);
  }
  const renamed = <Fact extends VendorKey | VendorQuirk>(fact: Fact): Fact => ({
    ...fact,
    sources: fact.sources.map((id) => names.get(id) ?? id),
  });
  return {
    ...pack,
    keys: pack.keys.map(renamed),
    quirks: pack.quirks.map(renamed),
    sources: Object.fromEntries(
      Object.entries(pack.sources).map(([id, source]) => [names.get(id) ?? id, source]),
    ),
  };
}

function definedOf({ notes, complete }: VendorPack): Pick<VendorPack, 'notes' | 'complete'> {
  return {
    ...(notes === undefined ? {} : { notes }),
    ...(complete === undefined ? {} : { complete }),
  };
}
