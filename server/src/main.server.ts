import { serveAsArgumentsSay } from './lsp/node/serve.ts';
import { nodePlatform } from './platform/node.ts';

/** The language server on Node: over IPC as VS Code starts it, or over `--stdio`. `main.node.ts` loads it. */
serveAsArgumentsSay(nodePlatform());
