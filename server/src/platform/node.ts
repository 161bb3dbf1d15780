import { setImmediate } from 'node:timers/promises';
import { KnowledgeShelf } from '../resolve/knowledge-shelf.ts';
import { bundledKnowledge, fileSchemas, rulePages } from './bundled-knowledge.ts';
import { nodeFiles } from './node-files.ts';
import type { Platform } from './platform.ts';

/** The platform on Node. */
export function nodePlatform(): Platform {
  const shelf = new KnowledgeShelf(bundledKnowledge);
  return {
    knowledge: (operator) => shelf.knowledge(operator),
    bundled: bundledKnowledge,
    fileSchemas,
    rulePage: async (rule) => {
      const pages = rulePages();
      return Object.hasOwn(pages, rule) ? pages[rule] : undefined;
    },
    files: nodeFiles,
    pause: () => setImmediate(),
  };
}
