import { ignoreComments } from '../resolve/ignore-comments.ts';
import { problemIds } from '../rules/index.ts';
import type { OffsetRange } from '../text/range.ts';
import type { Understood } from './understood.ts';

/** The id of a rule in a text, which can be followed to the rule's page. */
export interface RuleLink {
  readonly range: OffsetRange;
  readonly rule: string;
}

/** The rules that ignore comments name. Addresses in values are found by the editor itself. */
export function ruleLinksIn({ document, resolved }: Understood): readonly RuleLink[] {
  const read = ignoreComments(document);
  if (read === undefined) return [];
  const profiles = resolved.operator === undefined ? [] : [resolved.operator.profile];
  const known = new Set(problemIds(resolved.catalog.crossKeyRules, profiles));
  return read.comments.flatMap(({ ids }) =>
    ids.flatMap(({ id, range }) => (known.has(id) ? [{ range, rule: id }] : [])),
  );
}
