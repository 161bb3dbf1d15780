import * as l10n from '@vscode/l10n';

/** How many suggestions a person wants to read. */
const MOST = 5;
/** Two names that are alike have at least half of their pairs of letters in common; words of one language have some. */
const LEAST_LIKENESS = 0.5;

/** The known names that a mistaken one is like, the most similar first. Case does not count. */
export function similarNames(name: string, known: readonly string[]): string[] {
  const wanted = name.toLowerCase();
  return known
    .map((candidate) => ({ candidate, likeness: likeness(wanted, candidate.toLowerCase()) }))
    .filter((scored) => scored.likeness >= LEAST_LIKENESS)
    .sort((a, b) => b.likeness - a.likeness || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, MOST)
    .map(({ candidate }) => candidate);
}

/** "a", "a or b", "a, b or c". */
export function choiceWords(names: readonly string[]): string {
  return names.length < 2
    ? names.join('')
    : l10n.t('{0} or {1}', names.slice(0, -1).join(', '), names.at(-1) ?? '');
}

/** 1 for the same name, 0 for nothing in common: pairs of neighbouring letters that both have. */
function likeness(wanted: string, candidate: string): number {
  if (wanted === candidate) return 1;
  const left = pairs(candidate);
  const total = Math.max(0, wanted.length - 1) + left.length;
  let shared = 0;
  for (const pair of pairs(wanted)) {
    const at = left.indexOf(pair);
    if (at < 0) continue;
    shared++;
    left.splice(at, 1);
  }
  const dice = total === 0 ? 0 : (2 * shared) / total;
  // A piece of a long name has few pairs in common with the whole, but is surely meant as one.
  const piece = wanted.length >= 3 && candidate.includes(wanted) ? LEAST_LIKENESS + dice / 2 : 0;
  return Math.max(dice, piece);
}

function pairs(name: string): string[] {
  const found: string[] = [];
  for (let at = 0; at + 1 < name.length; at++) found.push(name.slice(at, at + 2));
  return found;
}
