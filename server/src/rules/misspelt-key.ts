import * as l10n from '@vscode/l10n';
import { eitherWords } from '../catalog/expectations.ts';
import type { Fix } from '../model/problem.ts';
import type { ResolvedEntry, ResolvedScope } from '../resolve/resolve.ts';
import { entryRule } from './rule.ts';
import { isWritten } from './support/purpose.ts';

interface Misspelling {
  /** Canonical names that were meant; more than one when it may be either. */
  readonly meant: readonly string[];
  /** Whether the spelling is known as a mistake; otherwise it is only very near to the name. */
  readonly known: boolean;
  readonly note?: string;
}

/** A key whose name is a known or a very probable slip for another one. */
export const misspeltKey = entryRule<Misspelling>({
  id: 'misspelt-key',
  group: 'keys',
  severity: 'warning',
  title: 'Misspelt key',
  since: '0.1.0',
  find(entry, scope) {
    const { match } = entry;
    if (match.kind === 'misspelling') return [{ meant: [match.facts.name], known: true }];
    if (match.kind === 'lookalike' && match.lookalike.status === 'misspelling') {
      const { useInstead, alternatives, note } = match.lookalike;
      const meant = alternatives ?? (useInstead === undefined ? [] : [useInstead]);
      return [{ meant, known: true, note }];
    }
    if (match.kind !== 'unknown') return undefined;
    const near = probablyMeant(entry, scope);
    return near === undefined ? undefined : [{ meant: [near], known: false }];
  },
  word({ meant, known, note }, { entry }, scope) {
    const name = entry.address.name;
    const names = eitherWords(meant);
    return {
      what: known
        ? l10n.t('{0} is no OCPP key: {1} is meant.', name, names)
        : l10n.t('{0} is no OCPP key: did you mean {1}?', name, names),
      why: consequence(scope),
      todo: note ?? l10n.t('Rename it to {0}.', names),
      range: entry.keyRange,
    };
  },
  fix({ meant, known }, { entry }, scope) {
    const safe = known && meant.length === 1;
    return meant
      .filter((name) => (scope.entryFor(name)?.entry ?? entry) === entry)
      .map(
        (name): Fix => ({
          title: l10n.t('Rename to {0}', name),
          safe,
          changes: [{ kind: 'rename-key', entry, name }],
        }),
      );
  },
});

/** `HEARTBEAT_INTERVAL` and the like are other software's variables, however near they are. */
function isScreamingSnake(name: string): boolean {
  return name.includes('_') && name === name.toUpperCase();
}

/**
 * The near key, unless the configuration has that key already (then this is another one), the name belongs to another
 * program's section, or the station says itself that it has such a key.
 */
function probablyMeant({ entry }: ResolvedEntry, scope: ResolvedScope): string | undefined {
  if (scope.scope.keysAre === 'other' || entry.address.component !== undefined || !isWritten(scope))
    return undefined;
  if (scope.station.protocol.value !== undefined && scope.station.protocol.value !== scope.catalog.protocol)
    return undefined;
  if (isScreamingSnake(entry.address.name)) return undefined;
  const near = scope.catalog.nearest(entry.address.name);
  return near === undefined || scope.entryFor(near.name) !== undefined ? undefined : near.name;
}

function consequence({ scope }: ResolvedScope): string {
  if (scope.dialect.strict)
    return l10n.t(
      '{0} refuses names it does not know.',
      scope.dialect.reader ?? l10n.t('The program that reads this file'),
    );
  if (scope.purpose === 'dump') return l10n.t('The station reports it under this name only.');
  return l10n.t('A station answers NotSupported and the setting is never made.');
}
