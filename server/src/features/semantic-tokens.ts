import type { KeyMatch } from '../catalog/catalog.ts';
import type { ResolvedEntry, ResolvedScope } from '../resolve/resolve.ts';
import type { OffsetRange } from '../text/range.ts';
import { overlaps } from '../text/range.ts';
import { entriesIn } from './locate.ts';
import { isSecret } from './shown-value.ts';
import { takesKeys, type Understood } from './understood.ts';

/** What a stretch of text is: a key's name, or a value that is no ordinary one. */
export const TOKEN_TYPES = ['ocppKey', 'ocppValue'] as const;

/**
 * What is special about it. `readonly`: the station does not let anybody change it. `secret`: it must not be shown.
 * `unknown`: no OCPP key that we know, nor one of the station's vendor. `deprecated`: of another OCPP edition.
 */
export const TOKEN_MODIFIERS = ['readonly', 'deprecated', 'secret', 'unknown'] as const;

export type TokenType = (typeof TOKEN_TYPES)[number];
export type TokenModifier = (typeof TOKEN_MODIFIERS)[number];

/** A stretch of text that editors may colour by what it means. */
export interface SemanticToken {
  readonly range: OffsetRange;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

/**
 * The tokens in a range, in file order and apart from each other: every key's name, and the values that are secret or
 * read-only. Nothing of a program's own section, nor of OCPP 2.x, whose names we do not judge.
 */
export function semanticTokensIn({ resolved }: Understood, range: OffsetRange): readonly SemanticToken[] {
  const tokens = resolved.scopes
    .filter((scope) => takesKeys(scope) && overlaps(scope.scope.range, range))
    .flatMap((scope) => entriesIn(scope, range).flatMap((entry) => tokensOf(entry, scope)));
  return apart(tokens.sort((a, b) => a.range.start - b.range.start));
}

function tokensOf(resolved: ResolvedEntry, scope: ResolvedScope): readonly SemanticToken[] {
  const { entry, match } = resolved;
  const marks: TokenModifier[] = [];
  if (isReadOnly(resolved, scope)) marks.push('readonly');
  if (isSecret(resolved)) marks.push('secret');
  const key: SemanticToken = {
    range: entry.keyRange,
    type: 'ocppKey',
    modifiers: [...marks, ...standing(match)],
  };
  if (entry.value === undefined || marks.length === 0) return [key];
  return [key, { range: entry.value.range, type: 'ocppValue', modifiers: marks }];
}

/** What a file says of an entry is surer than what holds for its key in general. */
function isReadOnly({ entry, facts }: ResolvedEntry, { scope }: ResolvedScope): boolean {
  if (entry.readOnly !== undefined) return entry.readOnly;
  // A station's own settings define what others can only read.
  return scope.purpose !== 'store' && facts?.access === 'read-only';
}

function standing(match: KeyMatch): readonly TokenModifier[] {
  if (match.kind === 'unknown') return ['unknown'];
  if (match.kind !== 'lookalike')
    return 'facts' in match && match.facts.deprecated !== undefined ? ['deprecated'] : [];
  switch (match.lookalike.status) {
    case 'legacy':
    case 'withdrawn':
      return ['deprecated'];
    case 'misspelling':
    case 'other-version':
      return ['unknown'];
    default:
      return [];
  }
}

/** Editors take no tokens that lie over each other, and none without a character. */
function apart(tokens: readonly SemanticToken[]): readonly SemanticToken[] {
  let end = 0;
  return tokens.filter(({ range }) => {
    if (range.start < end || range.end <= range.start) return false;
    end = range.end;
    return true;
  });
}
