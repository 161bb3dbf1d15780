import * as l10n from '@vscode/l10n';
import { listWords } from '../catalog/expectations.ts';
import { isReportedFact } from '../resolve/reported-fact.ts';
import { entryRule } from './rule.ts';
import { meantProfile } from './support/feature-profiles.ts';

interface Misspelt {
  readonly written: readonly string[];
  readonly meant: readonly string[];
}

/** Feature profiles that a station reports under other names than those of OCPP. What is written, list-item-unknown judges. */
export const misspeltFeatureProfile = entryRule<Misspelt>({
  id: 'misspelt-feature-profile',
  group: 'values',
  severity: 'information',
  title: 'Feature profile under another name',
  since: '0.2.0',
  concerns: (facts) => facts.items?.namesProfiles === true,
  find(entry, scope) {
    const { facts, value } = entry;
    if (facts?.items?.namesProfiles !== true || value.kind !== 'list') return undefined;
    if (!isReportedFact(entry, scope)) return undefined;
    const wrong = value.items.flatMap(({ text }) => {
      const meant = meantProfile(text, entry);
      return meant === undefined || meant === text ? [] : [{ text, meant }];
    });
    if (wrong.length === 0) return undefined;
    return [{ written: wrong.map(({ text }) => `"${text}"`), meant: wrong.map(({ meant }) => meant) }];
  },
  word: ({ written, meant }) => ({
    what: l10n.t('The station lists {0}; OCPP writes {1}.', listWords(written), listWords(meant)),
    why: l10n.t('A back office that compares exactly takes the feature for missing and hides it.'),
    todo: l10n.t('Turn the feature on by hand in the back office, and tell the maker.'),
  }),
  fix: () => [],
});
