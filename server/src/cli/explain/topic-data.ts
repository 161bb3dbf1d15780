import type { Catalog } from '../../catalog/catalog.ts';
import type { KeyFacts } from '../../catalog/knowledge.ts';
import type { OperatorAdvice } from '../../catalog/recommendations.ts';
import type { ExplainContext } from '../../features/explain/explain-context.ts';
import type { Topic } from './find-topic.ts';

/** What is known of a topic as data for programs, in the form of the files under `schemas/`. */
export function topicData(topic: Topic, { operator }: ExplainContext): object {
  switch (topic.kind) {
    case 'key':
      return { version: 1, kind: 'key', ...keyData(topic.facts, topic.catalog, operator) };
    case 'vendor-keys':
      return {
        version: 1,
        kind: 'vendor-keys',
        keys: topic.known.map(({ facts, catalog }) => keyData(facts, catalog, operator)),
      };
    case 'vendor':
      return { version: 1, kind: 'vendor', vendor: topic.pack };
    case 'lookalike':
      return { version: 1, kind: 'lookalike', lookalike: topic.lookalike };
    case 'measurand':
      return {
        version: 1,
        kind: 'measurand',
        measurand: topic.match.facts,
        phase: topic.match.phase ?? null,
      };
    case 'not-measurand':
      return { version: 1, kind: 'not-measurand', lookalike: topic.other };
    case 'rule':
      return { version: 1, kind: 'rule', rule: topic.id, page: topic.page };
    case 'unknown':
      return { version: 1, kind: 'unknown', similar: topic.similar };
  }
}

function keyData(facts: KeyFacts, catalog: Catalog, operator: OperatorAdvice | undefined): object {
  const notes = catalog.vendorNotes(facts);
  return {
    protocol: catalog.protocol,
    profile: catalog.profileOf(facts).profile,
    key: facts,
    recommendations: operator?.for(facts.name) ?? [],
    ...(notes === undefined
      ? {}
      : { vendor: notes.pack.id, vendorKey: notes.own ?? null, quirks: notes.quirks, roles: notes.roles }),
  };
}
