import type { ExplainContext } from './explain-context.ts';
import type { Topic } from './find-topic.ts';

/** What is known of a topic as data for programs, in the form of the files under `schemas/`. */
export function topicData(topic: Topic, { catalog, operator }: ExplainContext): object {
  switch (topic.kind) {
    case 'key':
      return {
        version: 1,
        kind: 'key',
        protocol: catalog.protocol,
        profile: catalog.profileOf(topic.facts).profile,
        key: topic.facts,
        recommendations: operator?.for(topic.facts.name) ?? [],
      };
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
