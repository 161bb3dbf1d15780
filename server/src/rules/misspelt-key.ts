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
    const names = meant.join(' or ');
    return {
      what: known
        ? `${name} is no OCPP key: ${names} is meant.`
        : `${name} is no OCPP key: did you mean ${names}?`,
      why: consequence(scope),
      todo: note ?? `Rename it to ${names}.`,
      range: entry.keyRange,
    };
  },
  fix({ meant, known }, { entry }, scope) {
    const safe = known && meant.length === 1;
    return meant
      .filter((name) => (scope.entryFor(name)?.entry ?? entry) === entry)
      .map(
        (name): Fix => ({ title: `Rename to ${name}`, safe, changes: [{ kind: 'rename-key', entry, name }] }),
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
    return `${scope.dialect.reader ?? 'The program that reads this file'} refuses names it does not know.`;
  if (scope.purpose === 'dump') return 'The station reports it under this name only.';
  return 'A station answers NotSupported and the setting is never made.';
}
