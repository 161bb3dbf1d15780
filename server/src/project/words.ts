import * as l10n from '@vscode/l10n';
import { distance } from 'fastest-levenshtein';

/** Names in a file may be long; a message is not. */
const LONGEST_NAME = 60;
/** A list of all that is possible helps up to here. */
const MOST_LISTED = 12;

/** A name from a file as it can stand in a message: in quotes, short, and on one line. */
export function quoted(name: string): string {
  // Line breaks and the like would let a file write lines of its own into a report.
  const plain = name.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\ufffd');
  return `"${plain.length > LONGEST_NAME ? `${plain.slice(0, LONGEST_NAME)}…` : plain}"`;
}

/** "a", "b" and "c"; a long list is cut. */
export function quotedList(names: readonly string[]): string {
  const shown = names.slice(0, MOST_LISTED).map(quoted);
  if (names.length > MOST_LISTED) return l10n.t('{0} and others', shown.join(', '));
  const last = shown.pop();
  return shown.length === 0 ? (last ?? '') : l10n.t('{0} and {1}', shown.join(', '), last ?? '');
}

/** The part of a name's letters that may be wrong. */
const MOST_WRONG = 0.4;

/** "Did you mean "operator"?", when one of the names is much like the one that was written. */
export function suggestion(name: string, known: readonly string[]): string | undefined {
  if (name.length > LONGEST_NAME) return undefined;
  const lower = name.toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.round(name.length * MOST_WRONG)) + 1;
  for (const candidate of known) {
    const other = candidate.toLowerCase();
    // A name that somebody has cut short is surely meant.
    const found = lower.length > 2 && other.startsWith(lower) ? 1 : distance(lower, other);
    if (found < least) {
      least = found;
      best = candidate;
    }
  }
  return best === undefined ? undefined : l10n.t('Did you mean {0}?', quoted(best));
}
