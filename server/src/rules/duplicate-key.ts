import * as l10n from '@vscode/l10n';
import type { KeyFacts } from '../catalog/knowledge.ts';
import type { Fix } from '../model/problem.ts';
import { pauseEvery } from '../model/steps.ts';
import type { ResolvedEntry } from '../resolve/resolve.ts';
import { STEP, scopeRule } from './rule.ts';

interface Repetition {
  readonly first: ResolvedEntry;
  readonly again: ResolvedEntry;
}

/** The same key twice in one configuration. */
export const duplicateKey = scopeRule<Repetition>({
  id: 'duplicate-key',
  group: 'text',
  severity: 'warning',
  title: 'Key that occurs twice',
  since: '0.1.0',
  *find(scope) {
    const seen = new Map<string, ResolvedEntry>();
    const found: Repetition[] = [];
    const isPauseDue = pauseEvery(STEP);
    for (const entry of scope.entries) {
      if (isPauseDue()) yield;
      const identity = identityOf(entry);
      const first = seen.get(identity);
      if (first === undefined) seen.set(identity, entry);
      else found.push({ first, again: entry });
    }
    return found;
  },
  word({ first, again }, scope) {
    const name = again.entry.address.name;
    const same = valueText(first) === valueText(again);
    return {
      what: same
        ? l10n.t('{0} is set a second time, to the same value.', name)
        : l10n.t('{0} is set a second time, to another value.', name),
      ...(same ? {} : { why: l10n.t('Which of the two counts depends on the program that reads the file.') }),
      todo: same ? l10n.t('Remove one of them.') : l10n.t('Keep the one you mean.'),
      severity: scope.scope.purpose === 'dump' ? 'information' : 'warning',
      range: again.entry.keyRange,
      key: again.name,
      related: [
        { range: first.entry.keyRange, message: l10n.t('{0} is set here first', first.entry.address.name) },
      ],
      tag: 'unnecessary',
    };
  },
  fix({ first, again }, _scope) {
    if (valueText(first) === valueText(again))
      return [removal(again, l10n.t('Remove the repeated {0}', again.entry.address.name), { safe: true })];
    const keepFirst = removal(
      again,
      l10n.t('Keep the first value, remove this {0}', again.entry.address.name),
      { safe: false },
    );
    const keepThis = removal(
      first,
      l10n.t('Keep this value, remove the first {0}', first.entry.address.name),
      { safe: false },
    );
    // A value that can be meant comes before one that cannot.
    return hasMeaning(again) && !hasMeaning(first) ? [keepThis, keepFirst] : [keepFirst, keepThis];
  },
});

/**
 * Names that mean the same setting have the same identity. OCPP 1.6 ignores case; a section or a component makes it
 * another setting, and so does the index of a family's member, whose facts are shared.
 */
function identityOf({ entry: { address }, facts, match }: ResolvedEntry): string {
  const name = match.kind === 'unknown' ? match.lower : knownName(address.name, facts);
  const { section, component } = address;
  if (section === undefined && component === undefined) return name;
  if (component === undefined) return `${section}\n${name}`;
  const { componentInstance, evse, connector, variableInstance, attribute } = address;
  return [section, component, componentInstance, evse, connector, variableInstance, attribute, name].join(
    '\n',
  );
}

function knownName(written: string, facts: KeyFacts | undefined): string {
  return facts === undefined || facts.family !== undefined ? written.toLowerCase() : facts.name;
}

function hasMeaning({ value }: ResolvedEntry): boolean {
  return value.kind !== 'absent' && value.kind !== 'empty' && value.kind !== 'wrong-type';
}

function valueText({ entry }: ResolvedEntry): string | undefined {
  return entry.value?.text.trim();
}

function removal({ entry }: ResolvedEntry, title: string, { safe }: { readonly safe: boolean }): Fix {
  return { title, safe, changes: [{ kind: 'remove-entry', entry }] };
}
