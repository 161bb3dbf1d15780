import * as l10n from '@vscode/l10n';
import type { LookalikeKey } from './knowledge.ts';

/** What a name that only looks like a key is; stands after "it is". */
export function lookalikeWords(status: LookalikeKey['status']): string {
  switch (status) {
    case 'misspelling':
      return l10n.t('a wrong spelling');
    case 'legacy':
      return l10n.t('a key of an earlier OCPP version');
    case 'withdrawn':
      return l10n.t('a key that was withdrawn');
    case 'other-version':
      return l10n.t('a name of OCPP 2.x');
    case 'vendor':
      return l10n.t("a maker's own key");
    case 'extension':
      return l10n.t('a key of an extension');
  }
}
