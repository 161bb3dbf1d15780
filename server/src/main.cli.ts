import { version } from '../../package.json';
import { runCommandLine } from './cli/command-line.ts';
import { nodeHost } from './cli/node/node-host.ts';
import { RulePages } from './lsp/rule-pages.ts';
import { bundledKnowledge, rulePages } from './platform/bundled-knowledge.ts';
import { LANGUAGES, speak } from './platform/languages.ts';
import { NodeProjects } from './platform/node-projects.ts';
import { KnowledgeShelf } from './resolve/knowledge-shelf.ts';

/** The command line, `ocpp-config`. */
const publishedPages = new RulePages(undefined);
runCommandLine(process.argv.slice(2), nodeHost(), {
  version,
  languages: LANGUAGES,
  speak,
  shelf: new KnowledgeShelf(bundledKnowledge),
  projects: new NodeProjects(process.cwd()),
  rulePages,
  rulePage: (rule) => publishedPages.addressOf(rule),
  startLanguageServer: async () => {
    // Loaded only here: no other command needs the protocol's library.
    const [{ serveOverStdio }, { nodePlatform }] = await Promise.all([
      import('./lsp/node.ts'),
      import('./platform/node.ts'),
    ]);
    serveOverStdio(nodePlatform());
  },
}).then((exitCode) => {
  // Not `exit`, which would cut off what is still on its way to a pipe.
  process.exitCode = exitCode;
});
