import nodeModule from 'node:module';

/** Long enough after the start that nobody waits for an answer. */
const FLUSH_AFTER_MILLISECONDS = 1_000;

// Where editors start the language server on Node. All that is done here is to ask Node to keep what it compiles for
// the next start, which saves that start a good part of its time. An older Node cannot, and does without.
nodeModule.enableCompileCache?.();
// No import: that would come first, and what is loaded before is compiled anew at each start.
require('./server.main.js');
// Kept even when the editor ends the server without a word.
setTimeout(() => nodeModule.flushCompileCache?.(), FLUSH_AFTER_MILLISECONDS).unref();
