import * as l10n from '@vscode/l10n';
import { type AnalysisOptions, silencer } from '../analysis.ts';
import { valueWords } from '../catalog/expectations.ts';
import { inWords } from '../catalog/quantities.ts';
import { saysQuantity } from '../catalog/said-quantities.ts';
import { formatOf } from '../formats/index.ts';
import type { Comment } from '../model/document.ts';
import type { ResolvedEntry, ResolvedScope } from '../resolve/resolve.ts';
import type { TextEdit } from '../text/edits.ts';
import { LineIndex } from '../text/line-index.ts';
import { type OffsetRange, overlaps, slice } from '../text/range.ts';
import { type RecommendedSetter, recommendedSetter } from './apply-recommended.ts';
import { entriesIn } from './locate.ts';
import type { Understood } from './understood.ts';

/** What hints may be about: numbers in the unit a person thinks in, and the operator's values where they differ. */
export type HintKind = 'quantity' | 'recommendation';

/** A few words that an editor shows in the text, behind a value. */
export interface InlayHint {
  readonly offset: number;
  readonly label: string;
  readonly subject: HintSubject;
}

/** Which hint it is, to ask for its details later. */
export interface HintSubject {
  readonly kind: HintKind;
  /** Positions of the scope in its document and of the entry in its scope. */
  readonly scope: number;
  readonly entry: number;
}

/** What an editor asks for when somebody points at a hint. */
export interface HintDetails {
  /** A sentence or a few; plain text. */
  readonly tooltip: string;
  /** What a double click on the hint does. */
  readonly edits: readonly TextEdit[];
}

/** The hints in a range, in file order. Looks at no entry outside of it. */
export function inlayHintsIn(
  understood: Understood,
  range: OffsetRange,
  kinds: readonly HintKind[],
  options: AnalysisOptions,
): readonly InlayHint[] {
  if (kinds.length === 0) return [];
  const scopes = understood.resolved.scopes.filter(({ scope }) => overlaps(scope.range, range));
  const visible = scopes.flatMap((scope) => entriesIn(scope, range).map((resolved) => ({ scope, resolved })));
  if (visible.length === 0) return [];
  const { text, comments } = understood.document;
  const commentsBeside = commentFinder(text, comments, range);
  const isSilenced = silencer(understood, options);
  const hints = visible.flatMap(({ scope, resolved }) =>
    kinds.flatMap((kind): readonly InlayHint[] => {
      const label =
        kind === 'quantity'
          ? quantityLabel(resolved, commentsBeside)
          : recommendationLabel(resolved, scope, isSilenced);
      if (label === undefined) return [];
      const { entry } = resolved;
      const subject = { kind, scope: scope.scope.index, entry: entry.index };
      return [{ offset: entry.value?.fullRange.end ?? entry.range.end, label, subject }];
    }),
  );
  return hints.sort((a, b) => a.offset - b.offset);
}

/** The details of a hint of the same text; undefined where there are none. */
export function hintDetails({ resolved }: Understood, subject: HintSubject): HintDetails | undefined {
  const scope = resolved.scopes[subject.scope];
  const entry = scope?.entries[subject.entry];
  if (subject.kind !== 'recommendation' || scope === undefined || entry === undefined) return undefined;
  const setter = recommendedSetter(entry, scope);
  if (setter === undefined) return undefined;
  const { document } = scope;
  const who = scope.operator?.profile.name ?? '';
  const advice = l10n.t(
    '{0} recommends {1}. {2}',
    who,
    recommendedWords(setter, entry),
    setter.change.reason,
  );
  return {
    tooltip: `${advice}\n\n${l10n.t('A double click sets it.')}`,
    edits: formatOf(document).setValue(document, setter.entry, setter.value),
  };
}

/** "= 15 min"; undefined where the number says it best, or a comment beside it says it. */
function quantityLabel(
  { value, facts, entry }: ResolvedEntry,
  commentsBeside: CommentFinder,
): string | undefined {
  if (value.kind !== 'number') return undefined;
  const words = inWords(value.value, facts?.unit);
  if (words === undefined) return undefined;
  if (commentsBeside(entry.range).some((text) => saysQuantity(text, value.value, facts?.unit)))
    return undefined;
  // Of a long time only the two largest parts are said.
  return saysQuantity(words, value.value, facts?.unit) ? `= ${words}` : `≈ ${words}`;
}

/** "recommended: 900 s (15 min)"; undefined where the value is as it should be, or nobody wants to hear of it. */
function recommendationLabel(
  resolved: ResolvedEntry,
  scope: ResolvedScope,
  isSilenced: ReturnType<typeof silencer>,
): string | undefined {
  const setter = recommendedSetter(resolved, scope);
  if (setter === undefined || isSaidAlready(setter, resolved)) return undefined;
  const { keyRange, value } = resolved.entry;
  const { rule, key } = setter.change;
  if (isSilenced({ rule, key, range: value?.range ?? keyRange })) return undefined;
  return l10n.t('recommended: {0}', recommendedWords(setter, resolved));
}

/** "60 s" where 60 is wanted: how it is written is wrong, which a problem says, and not what it means. */
function isSaidAlready({ value }: RecommendedSetter, { entry, facts }: ResolvedEntry): boolean {
  return saysQuantity(entry.value?.text ?? '', Number(value), facts?.unit);
}

/** More items than this would push everything else off the screen. */
const MOST_ITEMS = 2;

/** "900 s (15 min)", "+ SoC, Voltage", "+ SoC, Voltage and 3 more". */
function recommendedWords({ value, missing }: RecommendedSetter, { facts }: ResolvedEntry): string {
  if (missing.length === 0) return valueWords(value, facts?.unit);
  const named = missing.slice(0, MOST_ITEMS).join(', ');
  const more = missing.length - MOST_ITEMS;
  return more > 0 ? l10n.t('+ {0} and {1} more', named, more) : `+ ${named}`;
}

/** The comments that a person reads together with an entry. */
type CommentFinder = (entry: OffsetRange) => readonly string[];

/** Finds the comments on the last line of an entry, and one that ends on the line above and has that to itself. */
function commentFinder(text: string, comments: readonly Comment[], shown: OffsetRange): CommentFinder {
  if (comments.length === 0) return () => [];
  const lines = new LineIndex(text);
  const first = lines.lineAt(shown.start) - 1;
  const last = lines.lineAt(shown.end);
  const behind = new Map<number, string[]>();
  const above = new Map<number, string>();
  for (const { range, text: said } of comments) {
    const line = lines.lineAt(range.start);
    if (line > last) break;
    if (line < first) continue;
    const isAlone = slice(text, { start: lines.lineStart(line), end: range.start }).trim() === '';
    if (isAlone) above.set(lines.lineAt(range.end), said);
    else behind.set(line, [...(behind.get(line) ?? []), said]);
  }
  return ({ start, end }) => {
    const over = above.get(lines.lineAt(start) - 1);
    return [...(behind.get(lines.lineAt(end)) ?? []), ...(over === undefined ? [] : [over])];
  };
}
