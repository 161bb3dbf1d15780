import { Buffer } from 'node:buffer';
import type { CompletionItem, CompletionList, ResponseError } from 'vscode-languageserver-protocol/node';
import { LineIndex } from '../../../server/src/text/line-index.ts';
import type { TestClient } from './test-client.ts';

/** What the server says of an open document, by the name of the request. */
export interface Said {
  readonly method: string;
  readonly result: unknown;
}

/** How far the places lie apart at which is asked, in characters: closer than most keys and values are long. */
const STEP = 13;

/**
 * Asks about a document whatever an editor can ask, but for edits of the whole text, which repeat it.
 * @param extra requests that only some tests can make
 */
export async function everythingSaidOf(
  client: TestClient,
  uri: string,
  text: string,
  extra: readonly (readonly [method: string, params: object])[] = [],
): Promise<readonly Said[]> {
  const textDocument = { uri };
  const lines = new LineIndex(text);
  const end = lines.positionAt(text.length);
  const range = { start: { line: 0, character: 0 }, end };
  const said: Said[] = [];
  const ask = async <Result>(method: string, params: object): Promise<Result | null> => {
    // What cannot be done is refused with a reason, which is said too.
    const result = await client.connection
      .sendRequest<Result>(method, { textDocument, ...params })
      .catch((error: ResponseError) => {
        said.push({ method, result: error.message });
        return null;
      });
    said.push({ method, result });
    return result;
  };
  const problems = await client.pull(uri);
  said.push({ method: 'textDocument/diagnostic', result: problems });
  const asks: Promise<unknown>[] = [
    ask('textDocument/documentSymbol', {}),
    ask('textDocument/foldingRange', {}),
    ask('textDocument/documentLink', {}),
    ask('textDocument/semanticTokens/full', {}),
    ask('ocppConfig/status', {}),
    ask('ocppConfig/vendors', {}),
    ask('ocppConfig/support', {}),
    ask('ocppConfig/initialProject', { files: [{ path: 'a.json', text }] }),
    ...extra.map(([method, params]) => ask(method, params)),
  ];
  for (const as of ['page', 'html', 'markdown']) {
    const about = { as, fileName: 'a.json', program: 'x', date: '2026-01-01 12:00', language: 'en' };
    asks.push(ask('ocppConfig/summary', about));
  }
  for (const hint of (await ask<object[]>('textDocument/inlayHint', { range })) ?? [])
    asks.push(ask('inlayHint/resolve', hint));
  for (const lens of (await ask<object[]>('textDocument/codeLens', {})) ?? [])
    asks.push(ask('codeLens/resolve', lens));
  for (const { range: place } of problems)
    asks.push(ask('textDocument/codeAction', { range: place, context: { diagnostics: problems } }));
  for (let offset = 0; offset <= text.length; offset += STEP) {
    const position = lines.positionAt(offset);
    asks.push(ask('textDocument/hover', { position }));
    asks.push(ask('textDocument/definition', { position }));
    asks.push(ask('textDocument/prepareRename', { position }));
    asks.push(ask('textDocument/references', { position, context: { includeDeclaration: true } }));
    asks.push(
      ask<CompletionList | CompletionItem[]>('textDocument/completion', { position }).then(async (list) => {
        const items = Array.isArray(list) ? list : (list?.items ?? []);
        await Promise.all(items.slice(0, 2).map((item) => ask('completionItem/resolve', item)));
      }),
    );
  }
  await Promise.all(asks);
  return said;
}

/** All strings in a value. */
export function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || value instanceof Buffer) return [];
  return Object.values(value).flatMap(stringsIn);
}
