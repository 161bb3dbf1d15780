import * as l10n from '@vscode/l10n';
import type { Analysis } from '../analysis.ts';
import type { ConfigDocument, Dialect } from '../model/document.ts';
import type { Problem } from '../model/problem.ts';
import {
  IGNORE_STARTER,
  type IgnoreComment,
  ignoreComments,
  lineFinder,
} from '../resolve/ignore-comments.ts';
import { LineIndex } from '../text/line-index.ts';
import { meet, type OffsetRange, touches } from '../text/range.ts';
import type { CodeAction } from './code-actions.ts';

/** With a whole file selected nobody wants to ignore this many problems one by one. */
const MOST_OFFERS = 10;

/** What stands where the reason belongs, until a person writes one. */
export function reasonToBe(): string {
  return l10n.t('reason');
}

/** The problems in a range that may be ignored: not one in the text of JSON, which no comment makes readable. */
export function ignorableAt({ document, problems }: Analysis, range: OffsetRange): readonly Problem[] {
  const here = problems.filter(
    ({ rule, range: place }) =>
      meet(place, range) && rule !== 'unused-ignore' && (rule !== 'syntax' || document.format === 'ini'),
  );
  return here.slice(0, MOST_OFFERS);
}

/**
 * For each problem that a range touches, the comment that hides it, where the file takes comments: in the one that is
 * there already, otherwise in a line of its own above.
 */
export function ignoreCommentsAt(analysis: Analysis, range: OffsetRange): readonly CodeAction[] {
  const { document } = analysis;
  const ignorable = ignorableAt(analysis, range);
  if (ignorable.length === 0 || !takesComments(document)) return [];
  const lines = new LineIndex(document.text);
  const lineOf = lineFinder(document, lines);
  const comments = ignoreComments(document)?.comments ?? [];
  const offered = new Set<string>();
  return ignorable.flatMap((problem): readonly CodeAction[] => {
    const line = lineOf(problem.range.start);
    const what = `${line} ${problem.rule}`;
    if (offered.has(what)) return [];
    offered.add(what);
    const present = comments.find((comment) => comment.ids.length > 0 && comment.lines.includes(line));
    const insertion = present ? addition(present, problem) : newComment(document, problem, lines, line);
    if (insertion === undefined) return [];
    const { at, before, reason, after } = insertion;
    return [
      {
        title: l10n.t('Ignore {0} here (with a comment)', problem.rule),
        kind: 'quick-fix',
        preferred: false,
        problems: [problem],
        edits: [{ range: at, newText: `${before}${reason}${after}` }],
        ...(reason === '' ? {} : { selects: { start: before.length, end: before.length + reason.length } }),
      },
    ];
  });
}

/** Whether what reads the file does not stumble over a comment, as far as its kind or its own comments tell. */
export function takesComments({ scopes, comments, format, text }: ConfigDocument): boolean {
  if (scopes.some(({ dialect }) => dialect.comments.length > 0)) return true;
  // JSON as such has no comments, but a file that has some may have another one.
  return (
    format === 'json' &&
    !scopes.some(({ dialect }) => dialect.strict) &&
    comments.some(({ range }) => text[range.start] === '/')
  );
}

interface Insertion {
  readonly at: OffsetRange;
  readonly before: string;
  /** Empty where the comment has a reason. */
  readonly reason: string;
  readonly after: string;
}

function addition({ idsEnd, textEnd, reason }: IgnoreComment, { rule }: Problem): Insertion {
  if (reason !== '') {
    return { at: { start: idsEnd, end: idsEnd }, before: `, ${rule}`, reason: '', after: '' };
  }
  // A colon without a reason, or a comma without another id, may be there.
  return { at: { start: idsEnd, end: textEnd }, before: `, ${rule}: `, reason: reasonToBe(), after: '' };
}

/** Undefined where the line begins inside of another comment. */
function newComment(
  document: ConfigDocument,
  problem: Problem,
  lines: LineIndex,
  line: number,
): Insertion | undefined {
  const { text } = document;
  const lineStart = lines.lineStart(line);
  const start = lineStart + (lineStart === 0 && text.startsWith('\uFEFF') ? 1 : 0);
  if (document.comments.some(({ range }) => range.start < start && start < range.end)) return undefined;
  const dialect = dialectAt(document, problem.range.start);
  // A reader that is named takes a comment in the first column only.
  const isIndented = document.format !== 'ini' || dialect?.reader === undefined;
  const indentation = isIndented ? (/^[ \t]*/.exec(text.slice(start, lines.lineEnd(line)))?.[0] ?? '') : '';
  return {
    at: { start, end: start },
    before: `${indentation}${starterIn(document, dialect)} ${IGNORE_STARTER} ${problem.rule}: `,
    reason: reasonToBe(),
    after: /\r\n|\n|\r/.exec(text)?.[0] ?? '\n',
  };
}

function dialectAt({ scopes }: ConfigDocument, offset: number): Dialect | undefined {
  return (scopes.find(({ range }) => touches(range, offset)) ?? scopes[0])?.dialect;
}

/** As the file begins its comments, where the reader takes that. */
function starterIn({ comments, format, text }: ConfigDocument, dialect: Dialect | undefined): string {
  if (format === 'json') return '//';
  const taken = dialect?.comments ?? [];
  const first = comments[0] === undefined ? undefined : text[comments[0].range.start];
  return taken.find((starter) => starter === first) ?? taken[0] ?? '#';
}
