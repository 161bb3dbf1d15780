import { KnowledgeShelf } from '../resolve/knowledge-shelf.ts';
import { bundledKnowledge, fileSchemas, pageOfRule } from './bundled-knowledge.ts';
import { languageFor, speak } from './languages.ts';
import type { Platform } from './platform.ts';

/** The platform in a browser's worker. */
export function webPlatform(): Platform {
  const shelf = new KnowledgeShelf(bundledKnowledge);
  return {
    speak: (locale) => speak(languageFor(locale)),
    knowledge: (operator) => shelf.knowledge(operator),
    bundled: bundledKnowledge,
    fileSchemas,
    rulePage: async (rule) => pageOfRule(rule),
    // What kind of browser it is, the editor's part of the report says.
    runtime: () => ({ name: 'a worker in a browser', system: navigator.userAgent, memory: undefined }),
    files: undefined,
    pause: pauser(),
  };
}

/** A message to oneself waits behind those that are here already. A timer would wait at least 4 ms longer. */
function pauser(): () => Promise<void> {
  const waiting: (() => void)[] = [];
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(undefined);
    });
}
