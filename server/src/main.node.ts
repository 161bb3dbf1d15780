import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';

/** The language server on Node: over IPC as VS Code starts it, or over `--stdio`. */
const connection = createConnection(ProposedFeatures.all);
connection.onInitialize(() => ({ capabilities: {} }));
connection.listen();
