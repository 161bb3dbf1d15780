import { smallestEdit, type TextEdit } from '../text/edits.ts';

/** How far a line is looked for where the texts differ; beyond it the rest counts as one change. */
const FARTHEST = 40;

/**
 * Edits that turn one text into another, each as small as can be, so that cursors, folds and breakpoints elsewhere stay
 * where they are. Compares line by line; the result is right for any two texts and best for few changes.
 */
export function editsBetween(before: string, after: string): TextEdit[] {
  const old = linesOf(before);
  const fresh = linesOf(after);
  const edits: TextEdit[] = [];
  let at = 0;
  let freshAt = 0;
  let offset = 0;
  while (at < old.length || freshAt < fresh.length) {
    if (old[at] === fresh[freshAt]) {
      offset += (old[at] ?? '').length;
      at++;
      freshAt++;
      continue;
    }
    const [gone, come] = nextMeeting(old, at, fresh, freshAt);
    const replaced = old.slice(at, at + gone).join('');
    const written = fresh.slice(freshAt, freshAt + come).join('');
    edits.push(smallestEdit(before, { start: offset, end: offset + replaced.length }, written));
    offset += replaced.length;
    at += gone;
    freshAt += come;
  }
  return edits;
}

/** How many lines go and how many come until both texts are the same again. */
function nextMeeting(
  old: readonly string[],
  at: number,
  fresh: readonly string[],
  freshAt: number,
): readonly [gone: number, come: number] {
  for (let distance = 1; distance <= FARTHEST; distance++) {
    // Most changes keep the number of lines, so that is tried first.
    if (meets(old, at + distance, fresh, freshAt + distance)) return [distance, distance];
    for (let shorter = 0; shorter < distance; shorter++) {
      if (meets(old, at + shorter, fresh, freshAt + distance)) return [shorter, distance];
      if (meets(old, at + distance, fresh, freshAt + shorter)) return [distance, shorter];
    }
  }
  return [old.length - at, fresh.length - freshAt];
}

/** Two equal lines; the ends of both texts are equal too. */
function meets(old: readonly string[], at: number, fresh: readonly string[], freshAt: number): boolean {
  return at <= old.length && freshAt <= fresh.length && old[at] === fresh[freshAt];
}

/** Lines with their line breaks; the last one has none. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}
