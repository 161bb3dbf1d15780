import * as l10n from '@vscode/l10n';
import type { StandardListFacts } from '../catalog/knowledge.ts';
import { withUnit } from '../catalog/quantities.ts';
import { entryRange } from '../resolve/entry-range.ts';
import type { ResolvedEntry, ResolvedScope } from '../resolve/resolve.ts';
import { numberOf } from './cross-key/numbers.ts';
import { entryRule } from './rule.ts';
import { severityOf } from './support/purpose.ts';

interface Overflow {
  readonly interval: ResolvedEntry;
  /** Seconds. */
  readonly every: number;
  readonly items: number;
  /** Single values in the closing message of a long session. */
  readonly readings: number;
  readonly hours: number;
  /** What the station says it can hold, in readings of all measurands together. */
  readonly stated: ResolvedEntry | undefined;
  readonly remedy: Remedy;
}

/** Fewer measurands, fewer readings, or whichever of the two one likes. */
interface Remedy {
  readonly measurands: 'all' | 'or-one' | 'one';
  /** Seconds: so often at most. */
  readonly every: number;
}

/** From so many single values on a closing message has been seen not to leave a station. */
const MOST_READINGS = 500;
/** A car that stays over night and the day, or one at a fast charger. */
const HOURS = { AC: 24, DC: 2 };
/** Seconds: intervals that people choose. */
const USUAL_INTERVALS = [60, 120, 180, 300, 600, 900, 1800, 3600];

/** A list that is kept until a session ends, read so often that the closing message becomes too long. */
export const closingMessageTooLong = entryRule<Overflow>({
  id: 'closing-message-too-long',
  group: 'together',
  severity: 'warning',
  title: 'Closing message that becomes too long',
  since: '0.2.0',
  concerns: (facts) => facts.items?.mostReadingsKey !== undefined,
  find(entry, scope) {
    const items = entry.facts?.items;
    if (entry.value.kind !== 'list' || items?.mostReadingsKey === undefined) return undefined;
    const found = overflowOf(entry.value.items.length, items, scope);
    return found === undefined ? undefined : [found];
  },
  word({ interval, every, items, readings, hours, stated, remedy }, { name }, scope) {
    const often = withUnit(every, interval.facts?.unit);
    const long = withUnit(hours, 'h');
    return {
      what:
        items === 1
          ? l10n.t(
              'A session of {0} with a reading every {1} puts {2} values into the closing message.',
              long,
              often,
              readings,
            )
          : l10n.t(
              'A session of {0} with {1} measurands every {2} puts {3} values into the closing message.',
              long,
              items,
              often,
              readings,
            ),
      why:
        stated === undefined
          ? l10n.t(
              'So long a message may never leave the station, and the whole session is missing from the bill.',
            )
          : l10n.t(
              'The station keeps {0} at most and drops the others from the middle of the session.',
              numberOf(stated.name, scope) ?? 0,
            ),
      todo: todoOf(remedy, name, interval),
      severity: severityOf(scope, 'warning', 'information'),
      related: [
        { range: entryRange(interval), message: l10n.t('a reading every {0}', often) },
        ...(stated === undefined
          ? []
          : [{ range: entryRange(stated), message: l10n.t('so many readings are kept') }]),
      ],
    };
  },
  fix: () => [],
});

function overflowOf(
  items: number,
  { intervalKey = '', mostReadingsKey = '' }: StandardListFacts,
  scope: ResolvedScope,
): Overflow | undefined {
  const interval = scope.entryFor(intervalKey);
  const every = numberOf(intervalKey, scope);
  const { current } = scope.station;
  if (interval === undefined || every === undefined || every <= 0 || current.value === undefined)
    return undefined;
  const hours = HOURS[current.value];
  const moments = Math.floor((hours * 3600) / every);
  const most = numberOf(mostReadingsKey, scope);
  const isStated = most !== undefined && most > 0;
  // A station counts moments, whatever is read at each of them.
  const mostMoments = (measurands: number) => (isStated ? most : Math.floor(MOST_READINGS / measurands));
  if (moments <= mostMoments(items)) return undefined;
  const stated = isStated ? scope.entryFor(mostReadingsKey) : undefined;
  const oneIsFew = moments <= mostMoments(1);
  const measurands = items === 1 || isStated ? 'all' : oneIsFew ? 'or-one' : 'one';
  const usual = intervalFor(mostMoments(measurands === 'one' ? 1 : items), hours);
  const remedy = { measurands, every: usual } as const;
  return { interval, every, items, readings: moments * items, hours, stated, remedy };
}

/** The shortest usual interval with so few readings in a session. */
function intervalFor(moments: number, hours: number): number {
  return USUAL_INTERVALS.find((every) => (hours * 3600) / every <= moments) ?? 3600;
}

function todoOf({ measurands, every }: Remedy, list: string, { facts }: ResolvedEntry): string {
  const often = withUnit(every, facts?.unit);
  switch (measurands) {
    case 'all':
      return l10n.t('Read every {0} or less often.', often);
    case 'or-one':
      return l10n.t('Keep only the energy register in {0}, or read every {1} or less often.', list, often);
    case 'one':
      return l10n.t('Keep only the energy register in {0}, and read every {1} or less often.', list, often);
  }
}
