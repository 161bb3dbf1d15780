import { serveInWorker } from './lsp/worker.ts';
import { webPlatform } from './platform/web.ts';

declare const self: DedicatedWorkerGlobalScope;

/** The language server in a browser: a worker that the extension starts. */
serveInWorker(self, webPlatform());
