import * as l10n from '@vscode/l10n';
import type { MeasurandMatch } from '../../catalog/catalog.ts';
import { eitherWords, listWords } from '../../catalog/expectations.ts';
import type { LookalikeName, MeasurandFacts } from '../../catalog/knowledge.ts';
import type { ExplainContext } from './explain-context.ts';
import type { SheetWriter } from './sheet-writer.ts';

/** Everything that is known of a measurand. */
export function writeMeasurand(
  { facts, phase }: MeasurandMatch,
  { catalog, operator }: ExplainContext,
  sheet: SheetWriter,
): void {
  sheet.title(facts.name, l10n.t('OCPP {0}, measurand', catalog.protocol));
  sheet.paragraph(facts.summary);
  const where = catalog.phases.find(({ value }) => value === phase);
  sheet.table([
    [l10n.t('phase'), where && `${where.value}: ${where.meaning ?? l10n.t('one phase')}`],
    [l10n.t('unit'), eitherWords(facts.units)],
    [l10n.t('kind'), kindWords(facts.kind)],
    [l10n.t('on AC'), facts.ac],
    [l10n.t('on DC'), facts.dc],
    [
      l10n.t('phases'),
      facts.phases.length === 0 ? l10n.t('none: never followed by a phase') : facts.phases.join(', '),
    ],
    [l10n.t('usual'), facts.usualPhases.join(', ')],
  ]);
  const asking = (operator?.profile.recommendations ?? []).filter(({ cases }) =>
    cases.some(({ expect }) => 'includes' in expect && expect.includes.includes(facts.name)),
  );
  sheet.section(
    l10n.t('{0} asks for it', operator?.profile.name ?? ''),
    asking.map(
      ({ keys, reason, id }) =>
        `${l10n.t('in {0} ({1})', listWords(keys), `${operator?.profile.id}/${id}`)}. ${reason}`,
    ),
  );
  sheet.section(l10n.t('What goes wrong'), facts.pitfalls);
}

/** A name that looks like a measurand and is none. */
export function writeNotMeasurand(
  other: LookalikeName,
  { catalog }: ExplainContext,
  sheet: SheetWriter,
): void {
  sheet.title(other.name, l10n.t('no measurand of OCPP {0}', catalog.protocol));
  sheet.paragraph(other.note);
  sheet.section(l10n.t('Use instead'), other.useInstead === undefined ? [] : [other.useInstead]);
}

function kindWords(kind: MeasurandFacts['kind']): string {
  switch (kind) {
    case 'instant':
      return l10n.t('what is measured at this moment');
    case 'register':
      return l10n.t('a meter total that only grows');
    case 'interval':
      return l10n.t('the amount since the reading before');
    case 'limit':
      return l10n.t('a limit, not a measurement');
  }
}
