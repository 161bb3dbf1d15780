import * as l10n from '@vscode/l10n';
import type { EntryOrder } from '../formats/entry-order.ts';
import { formatOf } from '../formats/index.ts';
import type { ConfigEntry } from '../model/document.ts';
import { isDirective } from '../resolve/directive.ts';
import type { ResolvedScope } from '../resolve/resolve.ts';
import type { TextEdit } from '../text/edits.ts';
import { takesKeys, type Understood } from './understood.ts';

/** Shapes in which the order says when what is sent. */
const SEQUENCES: readonly string[] = ['change-configuration', 'ocpp-frames'];

/** What sorting would do, or why it cannot. */
export type SortedKeys =
  | { readonly outcome: 'edits'; readonly edits: readonly TextEdit[] }
  | { readonly outcome: 'sorted' }
  | { readonly outcome: 'refused'; readonly reason: string };

/**
 * Puts the keys of a file in the order of the feature profiles, in each of them by name; the vendor's own keys follow,
 * and then those that nobody knows, as they stand. A key stays in its section, and comments stay with their keys.
 * Nothing is changed but the order and white space.
 */
export function sortByProfile({ document, resolved }: Understood): SortedKeys {
  if (SEQUENCES.includes(document.shape)) {
    const reason = l10n.t('In this file the order of the keys says in which order they are sent.');
    return { outcome: 'refused', reason };
  }
  if (document.format === 'json' && document.syntaxProblems.length > 0) {
    const reason = l10n.t('The file cannot be read as a whole; first put right what is reported.');
    return { outcome: 'refused', reason };
  }
  const edits = resolved.scopes
    .filter(takesKeys)
    .flatMap((scope) => formatOf(document).sortEntries(document, scope.scope, byProfile(scope)));
  return edits.length === 0 ? { outcome: 'sorted' } : { outcome: 'edits', edits };
}

function byProfile({ catalog, entries }: ResolvedScope): EntryOrder {
  // Digits count as numbers, so that `Key10` comes after `Key9`; case does not count. Made where it is needed: the rules
  // of languages take longer to load than any other part of us.
  const names = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
  const ranks = new Map(catalog.profiles.map((profile, rank) => [profile, rank] as const));
  const places = entries.map(({ facts, name }) => ({
    rank: facts === undefined ? ranks.size : (ranks.get(catalog.profileOf(facts)) ?? ranks.size),
    name: facts === undefined ? '' : name,
  }));
  const placeOf = ({ index }: ConfigEntry) => places[index] ?? { rank: ranks.size, name: '' };
  return {
    compare: (a, b) => {
      const [first, second] = [placeOf(a), placeOf(b)];
      return first.rank - second.rank || names.compare(first.name, second.name);
    },
    isSameGroup: (a, b) => placeOf(a).rank === placeOf(b).rank,
    isAboutFile: isDirective,
  };
}
