import * as l10n from '@vscode/l10n';
import { translatedProfile, translatedStandard } from '../../../server/src/catalog/translate-knowledge.ts';
import { bundledKnowledge } from '../../../server/src/platform/bundled-knowledge.ts';
import { KnowledgeShelf, type KnowledgeSource } from '../../../server/src/resolve/knowledge-shelf.ts';
import { problemIds } from '../../../server/src/rules/index.ts';

/**
 * A language that nobody speaks: English in other letters, so that whatever is still in ours has bypassed translation.
 * Placeholders stay, and what is put in their place stays as it is.
 */
export function pseudo(english: string): string {
  return english.replaceAll(/\{\w+\}|[A-Za-z]/g, (part) =>
    part.length > 1 ? part : String.fromCharCode(0x0430 + (part.toLowerCase().charCodeAt(0) - 97)),
  );
}

/** Speaks it from now on. */
export function speakPseudo(): void {
  const contents = new Proxy<Record<string, string>>({}, { get: (_, english) => pseudo(String(english)) });
  l10n.config({ contents });
}

/** Our data in it. What vendor packs say stays English in every language; here it is not, so that it is not taken for ours. */
const pseudoKnowledge: KnowledgeSource = {
  standard: () => translatedStandard(bundledKnowledge.standard(), pseudo),
  operatorProfiles: () =>
    bundledKnowledge.operatorProfiles().map((profile) => translatedProfile(profile, pseudo)),
  vendors: {
    index: bundledKnowledge.vendors.index,
    pack: (id) => {
      const pack = bundledKnowledge.vendors.pack(id);
      return pack && phrasesTranslated(pack);
    },
  },
};

export const pseudoShelf = new KnowledgeShelf(pseudoKnowledge);

function phrasesTranslated<Data>(data: Data): Data {
  const copy = (part: unknown): unknown => {
    if (typeof part === 'string') return / /.test(part) ? pseudo(part) : part;
    if (Array.isArray(part)) return part.map(copy);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, copy(value)]));
  };
  return copy(data) as Data;
}

/** Words that are the same in every language: names of the trade and of programs, units, values. */
const SAME_EVERYWHERE = new Set(
  (
    'OCPP AC DC EVerest MicroOcpp GreenFlux greenflux none true false TRUE FALSE True False null min ms kWh Wh kW mA ' +
    'var kvar varh kvarh INI JSON CtrlR UTC ocpp-config ocpp-config-ignore ocpp'
  ).split(' '),
);

let dataNames: ReadonlySet<string> | undefined;

/** The words of our data that the program does not translate, as far as they look like names, and the ids of problems. */
function namesInData(): ReadonlySet<string> {
  if (dataNames === undefined) {
    const names = new Set(problemIds(pseudoShelf.catalog.crossKeyRules, pseudoKnowledge.operatorProfiles()));
    const { vendors } = pseudoKnowledge;
    const packs = vendors.index().packs.map(({ id, name }) => [id, name, vendors.pack(id)]);
    const data = JSON.stringify([pseudoKnowledge.standard(), pseudoKnowledge.operatorProfiles(), packs]);
    for (const word of wordsOf(data)) if (!/^[a-z]+$/.test(word)) names.add(word);
    const examples = pseudoKnowledge
      .standard()
      .keyFiles.flatMap(({ keys }) => keys.flatMap((key) => key.examples ?? []));
    for (const word of wordsOf(examples.join(' '))) names.add(word);
    dataNames = names;
  }
  return dataNames;
}

/**
 * The words of a text that are in our letters, and are neither names nor values: each is part of a text that is not
 * translated. Links lead to documents, whose titles stay.
 * @param values what else may stand in the text: what the file says
 */
export function untranslatedWords(text: string, values: string): readonly string[] {
  // Links, addresses, what is cut off, and the placeholders in names of families.
  const shown = text.replaceAll(/\[[^\]]*\]\([^)]*\)|https?:\S+|\S+…|\\?\[(\\?<)?\w+(\\?>)?\\?\]/g, '');
  const own = new Set(wordsOf(values));
  const names = namesInData();
  return wordsOf(shown).filter((word) => !SAME_EVERYWHERE.has(word) && !names.has(word) && !own.has(word));
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[A-Za-z][A-Za-z0-9_./-]*[A-Za-z0-9]/g) ?? [];
}
