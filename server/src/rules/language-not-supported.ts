import * as l10n from '@vscode/l10n';
import { entryRange } from '../resolve/entry-range.ts';
import { familyPart } from '../resolve/family.ts';
import type { ResolvedEntry } from '../resolve/resolve.ts';
import { entryRule } from './rule.ts';
import { severityOf } from './support/purpose.ts';
import { isLanguageTag } from './support/string-formats.ts';

interface Foreign {
  readonly language: string;
  /** The list that lacks it. */
  readonly list: ResolvedEntry;
}

/** A language that is not among those that the station has. */
export const languageNotSupported = entryRule<Foreign>({
  id: 'language-not-supported',
  group: 'together',
  severity: 'warning',
  title: 'Language that the station does not have',
  since: '0.2.0',
  concerns: (facts) => facts.listedIn !== undefined,
  find(entry, scope) {
    const list = entry.facts?.listedIn === undefined ? undefined : scope.entryFor(entry.facts.listedIn);
    if (list?.value.kind !== 'list') return undefined;
    const language =
      familyPart(entry, 'language') ?? (entry.value.kind === 'text' ? entry.value.text.trim() : undefined);
    if (language === undefined || !isLanguageTag(language)) return undefined;
    const has = list.value.items.some(({ text }) => fits(language, text));
    return has ? undefined : [{ language, list }];
  },
  word: ({ language, list }, { entry, facts }, scope) => ({
    what: l10n.t('{0} does not list the language {1}.', list.name, language),
    why:
      facts?.family === undefined
        ? l10n.t('The display stays in the language that it has, and drivers may not understand it.')
        : l10n.t('The text is refused or never shown.'),
    todo: l10n.t('Use a language of the list, or ask the maker for this one.'),
    ...(facts?.family === undefined ? {} : { range: entry.keyRange }),
    severity: severityOf(scope, 'warning', 'information'),
    related: [
      {
        range: entryRange(list),
        message: l10n.t('the languages of the station'),
      },
    ],
  }),
  fix: () => [],
});

/** A language fits itself and its variants: `en` and `en-GB`, in any case. */
function fits(wanted: string, listed: string): boolean {
  const [one, other] = [wanted, listed].map((tag) => tag.toLowerCase().replaceAll('_', '-')) as [
    string,
    string,
  ];
  return one === other || one.startsWith(`${other}-`) || other.startsWith(`${one}-`);
}
