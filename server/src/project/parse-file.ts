import * as l10n from '@vscode/l10n';
import { createScanner, type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { FileProblem } from './schema-reader.ts';

/** Nobody writes files that are nested deeper, and a parser that calls itself must not be led astray. */
const DEEPEST = 40;
/** More syntax errors tell nothing new. */
const MOST_ERRORS = 10;

/** A JSON text with comments, as far as it could be read. */
export interface ParsedFile {
  /** Undefined: nothing in it is of use. */
  readonly root: Node | undefined;
  readonly problems: readonly FileProblem[];
}

/** Reads JSON with comments and trailing commas. What stands beside a syntax error is still read. */
export function parseFile(text: string): ParsedFile {
  const tooDeep = firstTooDeep(text);
  if (tooDeep !== undefined) {
    const range = { start: tooDeep, end: tooDeep + 1 };
    return {
      root: undefined,
      problems: [
        {
          message: l10n.t('This is nested deeper than {0} levels, so the file is not read.', DEEPEST),
          range,
        },
      ],
    };
  }
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  endWithin(text, root);
  const problems = errors.slice(0, MOST_ERRORS).map(({ offset, length, error }) => ({
    message: l10n.t('This is not JSON: {0}.', ERRORS[error]?.() ?? l10n.t('it cannot be read here')),
    range: { start: offset, end: Math.min(offset + Math.max(length, 1), text.length) },
    alsoFoundBy: 'json' as const,
  }));
  return { root, problems };
}

type Writable<Type> = { -readonly [Member in keyof Type]: Type[Member] };

/** Where a comment does not end, the parser lets the last values end beyond the text. */
function endWithin(text: string, root: Node | undefined): void {
  for (let node = root; node !== undefined; node = node.children?.at(-1)) {
    (node as Writable<Node>).length = Math.min(node.length, text.length - node.offset);
  }
}

/** The parser's errors by their numbers. */
const ERRORS: Readonly<Record<number, () => string>> = {
  1: () => l10n.t('a name or value is written in a way that does not exist'),
  2: () => l10n.t('this is no number'),
  3: () => l10n.t('a name in quotes must stand here'),
  4: () => l10n.t('a value must stand here'),
  5: () => l10n.t('a colon is missing'),
  6: () => l10n.t('a comma is missing'),
  7: () => l10n.t('a closing brace is missing'),
  8: () => l10n.t('a closing bracket is missing'),
  9: () => l10n.t('nothing may follow after the end'),
  11: () => l10n.t('a comment does not end'),
  12: () => l10n.t('a text does not end'),
  13: () => l10n.t('a number ends too early'),
  14: () => l10n.t('this escape in a text does not exist'),
  15: () => l10n.t('this escape in a text does not exist'),
  16: () => l10n.t('this character cannot stand here'),
};

/** The scanner's kinds of tokens by their numbers: it offers no names for them that survive a build by file. */
const OPENING = [1, 3];
const CLOSING = [2, 4];
const END = 17;

function firstTooDeep(text: string): number | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (;;) {
    const kind: number = scanner.scan();
    if (kind === END) return undefined;
    if (OPENING.includes(kind)) depth++;
    // Brackets that nothing has opened must not make room for deeper ones.
    else if (CLOSING.includes(kind)) depth = Math.max(0, depth - 1);
    if (depth > DEEPEST) return scanner.getTokenOffset();
  }
}
