/** Every request that the server answers, as an editor asks it. */

import type { Words } from './message-script.ts';

interface KnownRequest {
  readonly method: string;
  readonly needs: 'document' | 'place';
  readonly params: (words: Words) => unknown;
}

const OPTIONS = { tabSize: 2, insertSpaces: true };
const COMMANDS = ['ocppConfig.server.applyRecommended', 'ocppConfig.server.checkWorkspace'];
const RULES = ['value-type', 'greenflux/heartbeat-interval', 'no-keep-alive', 'nonsense'];

/** By the words that stand for them in a script. */
export const REQUESTS: Readonly<Record<string, KnownRequest | undefined>> = {
  pull: onDocument('textDocument/diagnostic'),
  hover: onPlace('textDocument/hover'),
  completion: onPlace('textDocument/completion'),
  definition: onPlace('textDocument/definition'),
  references: onPlace('textDocument/references', () => ({ context: { includeDeclaration: true } })),
  'prepare-rename': onPlace('textDocument/prepareRename'),
  rename: onPlace('textDocument/rename', ({ text }) => ({ newName: text })),
  symbols: onDocument('textDocument/documentSymbol'),
  folds: onDocument('textDocument/foldingRange'),
  selection: onRange('textDocument/selectionRange', ({ range }) => ({
    positions: [range?.start, range?.end],
  })),
  actions: onRange('textDocument/codeAction', ({ number }) => ({
    context: {
      diagnostics: [],
      ...(number % 2 === 0 ? {} : { only: ['source.fixAll', 'source.sort', 'source.format'] }),
    },
  })),
  lens: onDocument('textDocument/codeLens'),
  hint: onRange('textDocument/inlayHint'),
  tokens: onDocument('textDocument/semanticTokens/full'),
  'tokens-delta': onDocument('textDocument/semanticTokens/full/delta', ({ number }) => ({
    previousResultId: String(number),
  })),
  'tokens-range': onRange('textDocument/semanticTokens/range'),
  format: onDocument('textDocument/formatting', () => ({ options: OPTIONS })),
  'format-range': onRange('textDocument/rangeFormatting', () => ({ options: OPTIONS })),
  links: onDocument('textDocument/documentLink'),
  'workspace-symbols': request('workspace/symbol', ({ text }) => ({ query: text })),
  'workspace-pull': request('workspace/diagnostic', () => ({ previousResultIds: [] })),
  command: request('workspace/executeCommand', ({ uri, number }) => ({
    command: COMMANDS[number % COMMANDS.length],
    arguments: [uri],
  })),
  status: onDocument('ocppConfig/status', ({ range }) => ({ position: range?.start })),
  vendors: onDocument('ocppConfig/vendors'),
  'station-comment': onDocument('ocppConfig/stationComment', ({ number, text }) => ({
    place: number % 2 === 0 ? 'comment' : 'project-file',
    current: ['AC', 'DC', 'auto'][number % 3],
    smartCharging: ['on', 'off', 'auto'][number % 3],
    ...(text === '' ? {} : { vendor: text }),
  })),
  'rule-page': request('ocppConfig/rulePage', ({ number }) => ({ rule: RULES[number % RULES.length] })),
  'key-page': request('ocppConfig/keyPage', ({ uri }) => ({ uri })),
  summary: onDocument('ocppConfig/summary', ({ number }) => ({
    as: ['page', 'html', 'markdown'][number % 3],
    fileName: 'one.json',
    program: 'OCPP Config',
    date: '2026-11-25 12:00',
    language: 'en',
  })),
  'summary-fix': onDocument('ocppConfig/summaryFix', ({ number, text }) => ({ version: number, fix: text })),
  support: onDocument('ocppConfig/support'),
  project: request('ocppConfig/initialProject', ({ text }) => ({ files: [{ path: 'a.json', text }] })),
  shutdown: request('shutdown', () => undefined),
};

type More = (words: Words) => object;

function request(method: string, params: KnownRequest['params']): KnownRequest {
  return { method, needs: 'document', params };
}

function onDocument(method: string, more: More = () => ({})): KnownRequest {
  return request(method, (words) => ({ ...textDocument(words), ...more(words) }));
}

function onPlace(method: string, more: More = () => ({})): KnownRequest {
  return {
    method,
    needs: 'place',
    params: (words) => ({ ...textDocument(words), position: words.range?.start, ...more(words) }),
  };
}

function onRange(method: string, more: More = () => ({})): KnownRequest {
  return {
    method,
    needs: 'place',
    params: (words) => ({ ...textDocument(words), range: words.range, ...more(words) }),
  };
}

function textDocument({ uri }: Words): object {
  return uri === undefined ? {} : { textDocument: { uri } };
}
