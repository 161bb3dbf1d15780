import { setImmediate } from 'node:timers/promises';
import { rulePages } from './bundled-knowledge.ts';
import { KnowledgeShelf } from './knowledge-shelf.ts';
import type { Platform } from './platform.ts';

/** The platform on Node. */
export function nodePlatform(): Platform {
  const shelf = new KnowledgeShelf();
  return {
    knowledge: (operator) => shelf.knowledge(operator),
    rulePage: async (rule) => {
      const pages = rulePages();
      return Object.hasOwn(pages, rule) ? pages[rule] : undefined;
    },
    pause: () => setImmediate(),
  };
}
