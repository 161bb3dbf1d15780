import * as l10n from '@vscode/l10n';
import type { KeyFacts, NamedValue } from '../catalog/knowledge.ts';
import type { Fix } from '../model/problem.ts';
import { isReportedFact } from '../resolve/reported-fact.ts';
import { entryRule } from './rule.ts';
import { refusal, severityOf } from './support/purpose.ts';

interface NotAllowed {
  readonly facts: KeyFacts;
  readonly values: readonly NamedValue[];
  readonly text: string;
  /** The allowed value that differs in case only. */
  readonly sameLetters: string | undefined;
}

/** A word that is none of the few that the key takes. */
export const valueNotAllowed = entryRule<NotAllowed>({
  id: 'value-not-allowed',
  group: 'values',
  severity: 'error',
  title: 'Value that the key does not take',
  since: '0.1.0',
  concerns: (facts) => facts.type === 'enum',
  find(entry, scope) {
    const { facts, value } = entry;
    if (facts?.type !== 'enum' || value.kind !== 'text' || facts.values === undefined) return undefined;
    const text = value.text.trim();
    if (facts.values.some((named) => named.value === text) || isReportedFact(entry, scope)) return undefined;
    const sameLetters = facts.values.find((named) => named.value.toLowerCase() === text.toLowerCase())?.value;
    return [{ facts, values: facts.values, text, sameLetters }];
  },
  word({ values, text, sameLetters }, { name }, scope) {
    const allowed = values.map((named) => named.value).join(', ');
    if (sameLetters !== undefined) {
      return {
        what: l10n.t('{0} takes {1}, not {2}: the case counts.', name, sameLetters, text),
        todo: l10n.t('Write {0}.', sameLetters),
        severity: severityOf(scope, 'warning', 'hint'),
      };
    }
    return {
      what: l10n.t('{0} does not take {1}.', name, text),
      why: refusal(scope),
      todo: l10n.t('Use one of {0}.', allowed),
      severity: severityOf(scope, 'error', 'warning'),
    };
  },
  fix({ values, sameLetters }, { entry, name }, _scope) {
    const offered = sameLetters === undefined ? values.map((named) => named.value) : [sameLetters];
    return offered.map(
      (value): Fix => ({
        title: l10n.t('Set {0} to {1}', name, value),
        safe: sameLetters !== undefined,
        changes: [{ kind: 'set-value', entry, value }],
      }),
    );
  },
});
