import * as l10n from '@vscode/l10n';
import { listWords } from '../catalog/expectations.ts';
import type { KeyFacts } from '../catalog/knowledge.ts';
import type { ResolvedScope } from '../resolve/resolve.ts';
import { scopeRule } from './rule.ts';
import { supportedProfiles } from './support/feature-profiles.ts';

/** More names than this make the sentence unreadable. */
const MOST_NAMES = 6;

/** A whole answer of a station that lacks keys it must have. */
export const missingRequiredKey = scopeRule<readonly KeyFacts[]>({
  id: 'missing-required-key',
  group: 'keys',
  severity: 'information',
  title: 'Required key that the station does not report',
  since: '0.1.0',
  find(scope) {
    if (!scope.complete) return [];
    const required = [...scope.catalog.requiredKeys, ...requiredByProfiles(scope)];
    const missing = required.filter((facts) => scope.entryFor(facts.name) === undefined);
    return missing.length === 0 ? [] : [missing];
  },
  word(missing, { scope }) {
    const names = missing.slice(0, MOST_NAMES).map((facts) => facts.name);
    const rest = missing.length - names.length;
    const list = listWords(rest > 0 ? [...names, l10n.t('{0} more', rest)] : names);
    return {
      what: l10n.t('The station does not report {0}, which OCPP 1.6 requires.', list),
      why: l10n.t('How it behaves there is up to its maker.'),
      todo: l10n.t(
        'Ask for the missing keys by name first, as a long answer may have been cut; then look into the manual.',
      ),
      range: { start: scope.range.start, end: Math.min(scope.range.start + 1, scope.range.end) },
    };
  },
  fix: () => [],
});

/** The required keys of the optional profiles that the station says it has. */
function requiredByProfiles(scope: ResolvedScope): readonly KeyFacts[] {
  const profiles = supportedProfiles(scope);
  if (profiles === undefined) return [];
  return scope.catalog.profiles
    .filter((file) => file.mandatory !== true && profiles.has(file.profile))
    .flatMap(({ keys }) => keys.filter(({ required }) => required));
}
