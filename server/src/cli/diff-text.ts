import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { Analysis } from '../analysis.ts';
import { secretPlaces } from '../features/secret-places.ts';
import { applyEdits } from '../text/edits.ts';
import { printable } from './terminal/characters.ts';
import type { Style } from './terminal/style.ts';

const CONTEXT_LINES = 3;
/** Comparing two very different long texts may take minutes, and nobody reads what comes of it. */
const LONGEST_WAIT = 5_000;
const MASK = '********';

/**
 * What changes between two texts of a file as a unified diff, with a file's name as git writes it. Secret values are
 * masked in it. Undefined when the texts are too different to compare in a reasonable time.
 */
export function diffText(path: string, before: Analysis, after: Analysis): string | undefined {
  const relative = !path.startsWith('/') && !path.startsWith('..') && !/^[A-Za-z]:/.test(path);
  const [from, to] = relative ? [`a/${path}`, `b/${path}`] : [path, path];
  return createTwoFilesPatch(from, to, masked(before), masked(after), undefined, undefined, {
    context: CONTEXT_LINES,
    headerOptions: FILE_HEADERS_ONLY,
    timeout: LONGEST_WAIT,
  });
}

/** A diff as a terminal shows it: coloured, and with nothing in it that the terminal would obey. */
export function diffForTerminal(diff: string, style: Style): string {
  const lines = diff.split('\n').map((line) => {
    const shown = printable(line.endsWith('\r') ? line.slice(0, -1) : line);
    if (line.startsWith('+++') || line.startsWith('---')) return style.strong(shown);
    if (line.startsWith('@@')) return style.faint(shown);
    if (line.startsWith('+')) return style.added(shown);
    return line.startsWith('-') ? style.removed(shown) : shown;
  });
  return lines.join('\n');
}

function masked(analysis: Analysis): string {
  const edits = secretPlaces(analysis).map((range) => ({ range, newText: MASK }));
  return applyEdits(analysis.document.text, edits);
}
