import type { MeasurandMatch } from '../../catalog/catalog.ts';
import type { LookalikeName, MeasurandFacts } from '../../catalog/knowledge.ts';
import type { ExplainContext } from './explain-context.ts';
import type { SheetWriter } from './sheet-writer.ts';

/** Everything that is known of a measurand. */
export function writeMeasurand(
  { facts, phase }: MeasurandMatch,
  { catalog, operator }: ExplainContext,
  sheet: SheetWriter,
): void {
  sheet.title(facts.name, `OCPP ${catalog.protocol}, measurand`);
  sheet.paragraph(facts.summary);
  const where = catalog.phases.find(({ value }) => value === phase);
  sheet.table([
    ['phase', where && `${where.value}: ${where.meaning ?? 'one phase'}`],
    ['unit', facts.units.join(' or ')],
    ['kind', KINDS[facts.kind]],
    ['on AC', facts.ac],
    ['on DC', facts.dc],
    ['phases', facts.phases.length === 0 ? 'none: never followed by a phase' : facts.phases.join(', ')],
    ['usual', facts.usualPhases.join(', ')],
  ]);
  const asking = (operator?.profile.recommendations ?? []).filter(({ cases }) =>
    cases.some(({ expect }) => 'includes' in expect && expect.includes.includes(facts.name)),
  );
  sheet.section(
    `${operator?.profile.name} asks for it`,
    asking.map(
      ({ keys, reason, id }) => `in ${keys.join(' and ')} (${operator?.profile.id}/${id}). ${reason}`,
    ),
  );
  sheet.section('What goes wrong', facts.pitfalls);
}

/** A name that looks like a measurand and is none. */
export function writeNotMeasurand(
  other: LookalikeName,
  { catalog }: ExplainContext,
  sheet: SheetWriter,
): void {
  sheet.title(other.name, `no measurand of OCPP ${catalog.protocol}`);
  sheet.paragraph(other.note);
  sheet.section('Use instead', other.useInstead === undefined ? [] : [other.useInstead]);
}

const KINDS: Readonly<Record<MeasurandFacts['kind'], string>> = {
  instant: 'what is measured at this moment',
  register: 'a meter total that only grows',
  interval: 'the amount since the reading before',
  limit: 'a limit, not a measurement',
};
