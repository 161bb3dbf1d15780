import * as l10n from '@vscode/l10n';
import { listWords } from '../catalog/expectations.ts';
import type { MeasurandFacts } from '../catalog/knowledge.ts';
import type { Fix } from '../model/problem.ts';
import { freePlaces } from '../resolve/advice.ts';
import { withItems } from '../resolve/lists.ts';
import { isReportedFact } from '../resolve/reported-fact.ts';
import type { ResolvedScope } from '../resolve/resolve.ts';
import { entryRule } from './rule.ts';
import { itemRange } from './support/item-range.ts';
import { isMeasurandList } from './support/kinds-of-keys.ts';
import { type MeasurandItem, measurandItems, rewrittenList } from './support/measurand-items.ts';
import { severityOf } from './support/purpose.ts';

interface Gap {
  readonly facts: MeasurandFacts;
  readonly present: readonly [MeasurandItem, ...MeasurandItem[]];
  readonly missing: readonly string[];
}

/** Phases that belong together. */
const SETS = [
  ['L1', 'L2', 'L3'],
  ['L1-N', 'L2-N', 'L3-N'],
  ['L1-L2', 'L2-L3', 'L3-L1'],
];

/** A measurand of some of three phases only. */
export const incompletePhases = entryRule<Gap>({
  id: 'incomplete-phases',
  group: 'together',
  severity: 'information',
  title: 'Measurand of some phases only',
  since: '0.2.0',
  concerns: isMeasurandList,
  find(entry, scope) {
    const items = measurandItems(entry, scope);
    if (!items.some(({ phase }) => phase !== undefined) || !hasThreePhases(items, scope)) return undefined;
    const named = new Set(items.map(({ facts }) => facts));
    return [...named].flatMap((facts) => gapsOf(facts, items));
  },
  word: ({ facts, present, missing }, entry, scope) => ({
    what: l10n.t(
      '{0} stands here for {1} and not for {2}.',
      facts.name,
      listWords(present.map(({ phase }) => phase ?? '')),
      listWords(missing),
    ),
    why: l10n.t(
      'Load balancing takes the phases that it does not see for idle, and loads them until a fuse blows.',
    ),
    todo: l10n.t('List all three phases, or the name alone, which means all of them.'),
    severity: severityOf(scope, 'information', 'hint'),
    range: itemRange(present[0].item, entry, scope),
  }),
  fix({ facts, present, missing }, entry, scope): readonly Fix[] {
    if (isReportedFact(entry, scope)) return [];
    const added = missing.map((phase) => `${facts.name}.${phase}`);
    const all: Fix = {
      title: l10n.t('Add {0}', listWords(added)),
      safe: false,
      changes: [
        { kind: 'set-value', entry: entry.entry, value: withItems(entry.entry.value?.text ?? '', added) },
      ],
    };
    const items = present.map(({ item }) => item);
    const whole: Fix = {
      title: l10n.t('Write {0} without phases', facts.name),
      safe: false,
      changes: [rewrittenList(entry, (item) => (items.includes(item) ? facts.name : item.text))],
    };
    return added.length <= freePlaces(entry, scope) ? [all, whole] : [whole];
  },
});

/** Whether the station has three phases: it is known, or the list speaks of another one than the first. */
function hasThreePhases(
  items: readonly MeasurandItem[],
  { station: { current, phases } }: ResolvedScope,
): boolean {
  if (current.value === 'DC' && current.fromValues !== true) return false;
  if (phases.value !== undefined) return phases.value === 3;
  return items.some(({ phase = '' }) => /L[23]/.test(phase));
}

function gapsOf(facts: MeasurandFacts, items: readonly MeasurandItem[]): readonly Gap[] {
  const own = items.filter((item) => item.facts === facts);
  // The name alone means all phases: then nothing is missing.
  if (own.some(({ phase }) => phase === undefined)) return [];
  return SETS.flatMap((set) => {
    const [first, ...others] = own.filter(({ phase = '' }) => set.includes(phase));
    if (first === undefined) return [];
    const present = [first, ...others] as const;
    const missing = set.filter((phase) => !present.some((item) => item.phase === phase));
    const legal = missing.every((phase) => facts.phases.includes(phase));
    return missing.length > 0 && legal ? [{ facts, present, missing }] : [];
  });
}
