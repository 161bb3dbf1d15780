import { isMainThread } from 'node:worker_threads';
import { version } from '../../package.json';
import { runCommandLine } from './cli/command-line.ts';
import { endWith } from './cli/node/interruption.ts';
import { nodeFiles, nodeHost } from './cli/node/node-host.ts';
import type { Services } from './cli/services.ts';
import { RulePages } from './lsp/rule-pages.ts';
import { bundledKnowledge, operatorProfiles, rulePages } from './platform/bundled-knowledge.ts';
import { LANGUAGES, speak } from './platform/languages.ts';
import { NodeProjects } from './platform/node-projects.ts';
import { KnowledgeShelf } from './resolve/knowledge-shelf.ts';

/** The command line, `ocpp-config`; and a thread of it, where it has started some. */
const publishedPages = new RulePages(undefined, operatorProfiles);
const shelf = new KnowledgeShelf(bundledKnowledge);

function services(): Services {
  return {
    version,
    languages: LANGUAGES,
    speak,
    shelf,
    projects: new NodeProjects(process.cwd()),
    rulePages,
    rulePage: (rule) => publishedPages.addressOf(rule),
    // Loaded only here: it needs Node's cryptography, which takes long to load.
    digest: async () => (await import('./cli/node/digest.ts')).digest,
    // A file of its own, since it is as large as half of the rest and hardly ever wanted.
    charts: async () => (require('./cli.charts.js') as typeof import('./main.charts.ts')).charts,
    reread: services,
    startLanguageServer: async () => {
      // Loaded only here: no other command needs the protocol's library.
      const [{ serveOverStdio }, { nodePlatform }] = await Promise.all([
        import('./lsp/node/serve.ts'),
        import('./platform/node.ts'),
      ]);
      serveOverStdio(nodePlatform());
    },
  };
}

if (isMainThread) {
  runCommandLine(process.argv.slice(2), nodeHost(__filename), services()).then(endWith);
} else {
  // Loaded only here, as the check itself: no other command needs it.
  import('./cli/node/thread.ts').then(({ serveAsThread }) => serveAsThread(services(), nodeFiles()));
}
