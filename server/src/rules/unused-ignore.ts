import * as l10n from '@vscode/l10n';
import { distance } from 'fastest-levenshtein';
import { listWords } from '../catalog/expectations.ts';
import type { ConfigDocument } from '../model/document.ts';
import type { Change, Fix } from '../model/problem.ts';
import { IGNORE_STARTER, type IgnoreComment, type IgnoredId } from '../resolve/ignore-comments.ts';
import type { OffsetRange } from '../text/range.ts';
import { type AppliedIgnores, ignoreRule } from './rule.ts';
import { removalOfComment } from './support/comments.ts';

type Useless =
  /** Nothing that the comment names is there to be hidden. */
  | { readonly kind: 'comment'; readonly ignore: IgnoreComment }
  /** Something else is, but not this. */
  | { readonly kind: 'id'; readonly ignore: IgnoreComment; readonly id: IgnoredId; readonly index: number }
  | { readonly kind: 'unknown'; readonly id: IgnoredId; readonly meant: string | undefined }
  | { readonly kind: 'empty'; readonly ignore: IgnoreComment };

/** A comment that hides no problem, or names a rule that there is none of. */
export const unusedIgnore = ignoreRule<Useless>({
  id: 'unused-ignore',
  group: 'text',
  severity: 'information',
  title: 'Ignore comment that hides nothing',
  since: '0.1.0',
  find(applied) {
    let suggestions = 0;
    // To compare names costs time, and somebody who has mistyped so many is not helped by more of them.
    const meantBy = (id: string) =>
      suggestions++ < MOST_SUGGESTIONS ? nearest(id, applied.knownIds) : undefined;
    return applied.comments.flatMap((ignore) => uselessIn(ignore, applied, meantBy));
  },
  word(useless) {
    switch (useless.kind) {
      case 'comment':
        return {
          what: ignoredWords(useless.ignore.ids),
          why: l10n.t('The comment would hide the next one without a word.'),
          todo: l10n.t('Remove the comment.'),
          range: useless.ignore.comment.range,
          tag: 'unnecessary',
        };
      case 'id':
        return {
          what: l10n.t('{0} is ignored here, but nothing here is such a problem.', useless.id.id),
          why: l10n.t('The comment would hide the next one without a word.'),
          todo: l10n.t('Take {0} out of the comment.', useless.id.id),
          range: useless.id.range,
          tag: 'unnecessary',
        };
      case 'unknown':
        return {
          what: l10n.t('There is no rule {0}, so that nothing is ignored by that name.', useless.id.id),
          todo:
            useless.meant === undefined
              ? l10n.t('Write the id of a problem.')
              : l10n.t('Did you mean {0}?', useless.meant),
          range: useless.id.range,
        };
      case 'empty':
        return {
          what: l10n.t('This comment names no rule, so that it ignores nothing.'),
          todo: l10n.t('Write {0}, the id of the problem, a colon and the reason.', IGNORE_STARTER),
          range: useless.ignore.comment.range,
        };
    }
  },
  fix(useless, document): readonly Fix[] {
    switch (useless.kind) {
      case 'comment': {
        const change = removalOfComment(document.text, useless.ignore.comment.range);
        return [{ title: l10n.t('Remove the ignore comment'), safe: true, changes: [change] }];
      }
      case 'id':
        return [
          {
            title: l10n.t('Take {0} out of the ignore comment', useless.id.id),
            safe: true,
            changes: [removalOfId(useless.ignore, useless.index, document)],
          },
        ];
      case 'unknown':
        // Not safe: it hides a problem. Nor is taking the id out, since somebody has meant something by it.
        return useless.meant === undefined
          ? []
          : [
              {
                title: l10n.t('Change to {0}', useless.meant),
                safe: false,
                changes: [{ kind: 'replace-text', range: useless.id.range, newText: useless.meant }],
              },
            ];
      case 'empty':
        return [];
    }
  },
});

const MOST_SUGGESTIONS = 50;

function uselessIn(
  ignore: IgnoreComment,
  { document, used, knownIds, isOff }: AppliedIgnores,
  meantBy: (id: string) => string | undefined,
): readonly Useless[] {
  if (ignore.ids.length === 0) return [{ kind: 'empty', ignore }];
  const unused: Useless[] = [];
  const unknown: Useless[] = [];
  for (const [index, id] of ignore.ids.entries()) {
    if (used.has(id)) continue;
    if (knownIds.includes(id.id)) {
      // Where the text is broken, most of what a rule would say is not known.
      if (!isOff(id.id) && document.syntaxProblems.length === 0) {
        unused.push({ kind: 'id', ignore, id, index });
      }
      continue;
    }
    const meant = meantBy(id.id);
    // Another operator's problem is not looked for in this run.
    if (meant !== undefined || !/^[^/]+\/./.test(id.id)) unknown.push({ kind: 'unknown', id, meant });
  }
  if (unused.length === ignore.ids.length) return [{ kind: 'comment', ignore }];
  return [...unused, ...unknown];
}

function ignoredWords(ids: readonly IgnoredId[]): string {
  const names = listWords(ids.map(({ id }) => id));
  return ids.length === 1
    ? l10n.t('{0} is ignored here, but nothing here is such a problem.', names)
    : l10n.t('{0} are ignored here, but nothing here is such a problem.', names);
}

/** With the comma on one side of it. */
function removalOfId({ ids, idsEnd }: IgnoreComment, index: number, { text }: ConfigDocument): Change {
  const own = ids[index]?.range ?? { start: idsEnd, end: idsEnd };
  const next = ids[index + 1];
  const before = ids[index - 1];
  const range: OffsetRange =
    next !== undefined
      ? { start: own.start, end: next.range.start }
      : { start: before?.range.end ?? own.start, end: own.end };
  // A comma behind the last id would be left over.
  const comma =
    next === undefined ? (/^[ \t]*,/.exec(text.slice(range.end, range.end + 8))?.[0].length ?? 0) : 0;
  return { kind: 'replace-text', range: { start: range.start, end: range.end + comma }, newText: '' };
}

/** A name this long is no slip of the finger. */
const LONGEST = 80;

/** The id that a mistaken one is like; an operator's may lack its operator. */
function nearest(id: string, knownIds: readonly string[]): string | undefined {
  if (id.length > LONGEST) return undefined;
  const wanted = id.toLowerCase();
  const allowed = Math.max(1, Math.floor(wanted.length / 4));
  let best: string | undefined;
  let bestDistance = allowed + 1;
  for (const known of knownIds) {
    const short = known.endsWith('/*') ? known : known.slice(known.indexOf('/') + 1);
    const found = Math.min(distance(wanted, known), distance(wanted, short));
    if (found < bestDistance) {
      best = known;
      bestDistance = found;
    }
  }
  return best;
}
