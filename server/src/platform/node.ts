import { setImmediate } from 'node:timers/promises';
import { KnowledgeShelf } from '../resolve/knowledge-shelf.ts';
import { bundledKnowledge, fileSchemas, pageOfRule } from './bundled-knowledge.ts';
import { languageFor, speak } from './languages.ts';
import { nodeFiles } from './node-files.ts';
import type { Platform } from './platform.ts';

/** The platform on Node. */
export function nodePlatform(): Platform {
  const shelf = new KnowledgeShelf(bundledKnowledge);
  return {
    speak: (locale) => speak(languageFor(locale)),
    knowledge: (operator) => shelf.knowledge(operator),
    bundled: bundledKnowledge,
    fileSchemas,
    rulePage: async (rule) => pageOfRule(rule),
    runtime: () => ({
      name: `Node ${process.versions.node}`,
      system: `${process.platform} ${process.arch}`,
      memory: process.memoryUsage.rss(),
    }),
    files: nodeFiles,
    pause: () => setImmediate(),
  };
}
